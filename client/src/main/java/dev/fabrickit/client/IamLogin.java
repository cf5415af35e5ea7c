package dev.fabrickit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.client.api.Call;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * Logs in with a password. Source: KeystoneCreateUserTokenByPassword in IAM's API reference.
 *
 * @param iam a caller of IAM that adds no credentials
 * @param project what the token is for
 */
record IamLogin(HttpCaller iam, String project, String domain, String user, String password) implements TokenSource {

    @Override
    public IssuedToken issue() {
        Map<String, Object> identity = Map.of(
                "methods",
                List.of("password"),
                "password",
                Map.of("user", Map.of("name", user, "password", password, "domain", Map.of("name", domain))));
        Map<String, Object> auth = Map.of("identity", identity, "scope", Map.of("project", Map.of("name", project)));
        Answer answer = iam.open(
                Call.of("keystoneCreateUserTokenByPassword", "POST", "/v3/auth/tokens")
                        .withBody(Map.of("auth", auth)),
                HttpCaller.JSON);
        Instant expiresAt = expiry(answer);
        try {
            return new IssuedToken(
                    answer.response().headers().firstValue("X-Subject-Token").orElse(""), expiresAt);
        } catch (IllegalArgumentException e) {
            throw answer.unreadable("was answered without a token in X-Subject-Token");
        }
    }

    private static Instant expiry(Answer answer) {
        String text = answer.read(JsonNode.class).at("/token/expires_at").asText();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw answer.unreadable("was answered without a time in token.expires_at");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "IamLogin[" + domain + "/" + user + "]";
    }
}
