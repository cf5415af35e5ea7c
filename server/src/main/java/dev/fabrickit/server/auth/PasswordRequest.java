package dev.fabrickit.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What {@code POST /v3/auth/tokens} is asked: who wants a token, and for what. */
record PasswordRequest(String domainName, String userName, Secret password, TokenScope scope) {

    /** @throws IllegalArgumentException with a message for the caller, when something is missing */
    static PasswordRequest of(JsonNode body) {
        List<String> methods = StreamSupport.stream(
                        body.at("/auth/identity/methods").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (!methods.equals(List.of("password"))) {
            throw new IllegalArgumentException("auth.identity.methods must be [\"password\"].");
        }
        JsonNode user = body.at("/auth/identity/password/user");
        return new PasswordRequest(
                text(user.at("/domain/name"), "auth.identity.password.user.domain.name"),
                text(user.at("/name"), "auth.identity.password.user.name"),
                new Secret(text(user.at("/password"), "auth.identity.password.user.password")),
                TokenScope.of(body.at("/auth/scope")));
    }

    private static String text(JsonNode value, String name) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(name + " must be given, as text.");
        }
        return value.textValue();
    }
}
