package dev.fabrickit.server.auth;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.util.Objects;

/**
 * A configured account with its credentials, under {@code fabrickit.accounts.<name>}.
 *
 * @param name the key it is configured under
 * @param token the token that opens it
 */
@EachProperty("fabrickit.accounts")
record Account(@Parameter String name, String token) {

    Account {
        Objects.requireNonNull(token, () -> "fabrickit.accounts." + name + ".token is missing");
    }

    Caller caller() {
        return new Caller(name, name, name + "-user", "user");
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "Account " + name;
    }
}
