package dev.fabrickit.client;

import java.time.Instant;
import java.util.Objects;

/**
 * A token and its end.
 *
 * @param value what to send as {@code X-Auth-Token}
 * @param expiresAt from when on it is refused; {@link Instant#MAX} when that is not known
 */
public record IssuedToken(String value, Instant expiresAt) {

    /** @throws IllegalArgumentException when it holds what no header can, a line end for example */
    public IssuedToken {
        HeaderText.mustBeOneWord("the token", Objects.requireNonNull(value, "value"));
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "IssuedToken[expiresAt=" + expiresAt + "]";
    }
}
