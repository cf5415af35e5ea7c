package dev.fabrickit.conformance.wire;

import dev.fabrickit.conformance.requirement.Inconclusive;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What opens the service to a tenant: a token, a pair of keys, or both; where either would do, the token is used.
 *
 * @param source of what is sent in the header {@code X-Auth-Token}
 * @param key to sign with
 */
public record Credentials(@Nullable Token source, @Nullable AccessKey key) {
    /** No service has issued these. */
    static final String WRONG_TOKEN = "token-that-no-service-has-issued";

    static final String EXPIRED_TOKEN = "MII"
            + Base64.getEncoder()
                    .encodeToString(
                            "{\"token\":{\"expires_at\":\"2020-01-01T00:00:00.000000Z\",\"methods\":[\"password\"]}}"
                                    .getBytes(StandardCharsets.UTF_8));

    private static final AccessKey UNKNOWN_KEY = new AccessKey("KEYTHATNOSERVICEHASMADE", "nor-its-secret", null);

    public Credentials {
        if (source == null && key == null) {
            throw new IllegalArgumentException("credentials need a token or an access key");
        }
    }

    /** With a token that was given. */
    public Credentials(@Nullable String token, @Nullable AccessKey key) {
        this(token == null ? null : Token.given(token), key);
    }

    /** The token of now; null when there is none. */
    public @Nullable String token() {
        return source == null ? null : source.value();
    }

    public static Credentials ofToken(String token) {
        return new Credentials(Token.given(token), null);
    }

    String requireToken() {
        return Optional.ofNullable(token())
                .orElseThrow(() -> Inconclusive.disabled("no token was given (--token, FABRICKIT_TOKEN)"));
    }

    AccessKey requireKey() {
        return Optional.ofNullable(key)
                .orElseThrow(() -> Inconclusive.disabled("no access key was given (--ak and --sk)"));
    }

    /** The tenant's key with a wrong secret; without one, a key that nobody has. */
    AccessKey forgedKey() {
        return key == null ? UNKNOWN_KEY : key.forged();
    }

    /** What must never be shown. */
    Stream<String> secrets() {
        Stream<@Nullable String> ofKey =
                key == null ? Stream.of() : Stream.of(key.access(), key.secret(), key.securityToken());
        Stream<String> ofToken = source == null ? Stream.of() : source.secrets();
        return Stream.concat(ofToken, ofKey.flatMap(Stream::ofNullable));
    }

    @Override
    public String toString() {
        return "(credentials)";
    }
}
