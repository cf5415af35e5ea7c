package dev.fabrickit.server.auth;

import dev.fabrickit.server.auth.Accounts.Subject;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens that this server issues: the id of the user, the moment of expiry in milliseconds since 1970, and a signature over
 * both. The key comes from the user's password, so every server with the same configuration knows every token, and a
 * changed password ends the user's tokens.
 */
@Singleton
class IssuedTokens {
    static final Duration LIFE = Duration.ofHours(24);

    private static final Pattern FORM = Pattern.compile("(([A-Za-z0-9-]{1,36})\\.(\\d{1,15}))\\.([0-9a-f]{64})");

    private final Accounts accounts;
    private final Clock clock;
    private final Map<String, Secret> keys = new ConcurrentHashMap<>();

    IssuedTokens(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param subject somebody who has a password */
    String issue(Subject subject, Instant expiresAt) {
        String claim = subject.user().id() + "." + expiresAt.toEpochMilli();
        return claim + "." + key(subject).sign(claim);
    }

    /**
     * The caller whom a token was issued to, if it was.
     *
     * @throws Refusal when the token has expired
     */
    Optional<Caller> byToken(String token) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return accounts.byUserId(parts.group(2))
                .filter(subject -> subject.user().password() != null)
                .filter(subject -> key(subject).signed(parts.group(1), parts.group(4)))
                .map(subject -> unexpired(subject.caller(), Instant.ofEpochMilli(Long.parseLong(parts.group(3)))));
    }

    private Caller unexpired(Caller caller, Instant expiresAt) {
        if (clock.instant().isBefore(expiresAt)) {
            return caller;
        }
        throw new Refusal(
                ErrorCode.NO_CREDENTIALS,
                "Incorrect IAM authentication information: token expires, expires_at: " + expiresAt,
                "Get a new token with POST /v3/auth/tokens.");
    }

    private Secret key(Subject subject) {
        return keys.computeIfAbsent(
                subject.user().id(),
                id -> Objects.requireNonNull(subject.user().password()).derive(id));
    }
}
