package dev.fabrickit.conformance.preflight;

import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Credentials;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Why credentials were refused.
 *
 * @param answer a 401 or 403
 */
record Refused(Credentials credentials, Answer answer) {
    private static final Duration SKEW = Duration.ofMinutes(15);

    /**
     * The reason and the way out.
     *
     * @param tokenOption where the token comes from
     * @param keyOptions where the keys come from
     */
    String reason(String tokenOption, String keyOptions) {
        String said = " (" + answer.status() + " " + answer.reason() + "). ";
        String message = answer.reason().toLowerCase(Locale.ROOT);
        if (answer.status() == 403) {
            return "the credentials are known, but not allowed to use this service" + said
                    + "Give the user a permission of DataArts Fabric.";
        }
        if (credentials.source() != null) {
            return message.contains("expire")
                    ? "the token has expired" + said + "Tokens last 24 hours: get a new one from IAM."
                    : "the token is refused" + said + "Get a new one from IAM, of the same region, for " + tokenOption
                            + ".";
        }
        if (skew().compareTo(SKEW) > 0) {
            return "the clock here is " + skew().toMinutes() + " minutes off the service's" + said
                    + "Set it: signatures hold for 15 minutes.";
        }
        if (message.contains("reach the limit")) {
            return "the access key is locked" + said + "Wait 5 minutes, and check " + keyOptions + ".";
        }
        return message.contains("decrypt token")
                ? "the security token does not fit the access key, or is over" + said
                        + "Get new temporary credentials, all three of them."
                : "the signature is refused" + said + "Check " + keyOptions + ": one of them is wrong.";
    }

    private Duration skew() {
        return answer.header("Date")
                .flatMap(Refused::time)
                .map(there -> Duration.between(there, Instant.now()).abs())
                .orElse(Duration.ZERO);
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
