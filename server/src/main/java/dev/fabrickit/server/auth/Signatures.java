package dev.fabrickit.server.auth;

import dev.fabrickit.server.auth.Accounts.Signatory;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.ServerHttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Verifies requests that are signed with an access key, by the algorithm {@code SDK-HMAC-SHA256}. */
@Singleton
class Signatures {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final String DATE = "x-sdk-date";
    private static final String SECURITY_TOKEN = "x-security-token";
    private static final Duration SKEW = Duration.ofMinutes(15);

    private static final Pattern FORM = Pattern.compile(
            ALGORITHM
                    + " Access=(?<access>[^,\\s]{1,128}),\\s*SignedHeaders=(?<headers>[^,\\s]{1,2000}),\\s*Signature=(?<signature>\\S+)");
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Accounts accounts;
    private final Clock clock;

    Signatures(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Who signed the request. Refuses, at once or once the body has been read, when it is not signed as it must be. */
    Mono<Caller> verify(ServerHttpRequest<?> request, String authorization) {
        Matcher claim = FORM.matcher(authorization);
        if (!claim.matches()) {
            throw failed(
                    "Authorization must read: " + ALGORITHM
                            + " Access=<access key>, SignedHeaders=<names, joined by semicolons>, Signature=<hexadecimal digits>");
        }
        Signatory signatory = accounts.byAccessKey(claim.group("access"))
                .orElseThrow(() -> failed("No account has the access key " + claim.group("access") + "."));
        SortedMap<String, String> signed = signedHeaders(request.getHeaders(), claim.group("headers"));
        mustBeOfNow(signed.get(DATE));
        mustBearTheTokenOf(signatory.key(), request.getHeaders().get(SECURITY_TOKEN), signed);
        return BodyHash.of(request)
                .switchIfEmpty(Mono.error(
                        () -> failed("X-Sdk-Content-Sha256 must be the SHA-256 of the body, and JSON must be signed.")))
                .map(hash -> new CanonicalRequest(request.getMethodName(), request.getUri(), signed, hash).hash())
                .map(hash -> {
                    String text = ALGORITHM + "\n" + signed.get(DATE) + "\n" + hash;
                    if (signatory.key().secretKey().signed(text, claim.group("signature"))) {
                        return signatory.caller();
                    }
                    throw failed("Another secret key was used, or something else was signed than has arrived."
                            + " The canonical request of what has arrived has the SHA-256 " + hash + ".");
                });
    }

    private static SortedMap<String, String> signedHeaders(HttpHeaders headers, String names) {
        SortedMap<String, String> signed = new TreeMap<>();
        for (String name : names.toLowerCase(Locale.ROOT).split(";")) {
            if (!headers.contains(name)) {
                throw failed("SignedHeaders names " + name + ", but the request has no such header.");
            }
            signed.put(name, String.join(",", headers.getAll(name)));
        }
        if (!signed.containsKey("host") || !signed.containsKey(DATE)) {
            throw failed("Host and X-Sdk-Date must be among SignedHeaders.");
        }
        return signed;
    }

    private void mustBeOfNow(String date) {
        Instant signedAt;
        try {
            signedAt = BASIC.parse(date, Instant::from);
        } catch (DateTimeException e) {
            throw failed("X-Sdk-Date must be a time in UTC such as " + BASIC.format(clock.instant()) + ".");
        }
        if (Duration.between(signedAt, clock.instant()).abs().compareTo(SKEW) > 0) {
            throw new Refusal(
                    ErrorCode.NO_CREDENTIALS,
                    "Incorrect IAM authentication information: X-Sdk-Date differs by more than 15 minutes from the time here",
                    "It is " + BASIC.format(clock.instant()) + " here: set your clock.");
        }
    }

    private static void mustBearTheTokenOf(AccessKey key, @Nullable String given, SortedMap<String, String> signed) {
        boolean right = key.securityToken() == null
                ? given == null
                : given != null
                        && signed.containsKey(SECURITY_TOKEN)
                        && key.securityToken().is(given);
        if (!right) {
            throw new Refusal(
                    ErrorCode.NO_CREDENTIALS,
                    "Incorrect IAM authentication information: decrypt token fail",
                    "X-Security-Token must be the one of the access key and among SignedHeaders;"
                            + " a permanent access key has none.");
        }
    }

    private static Refusal failed(String solution) {
        return new Refusal(
                ErrorCode.NO_CREDENTIALS,
                "Incorrect IAM authentication information: verify aksk signature fail",
                solution);
    }
}
