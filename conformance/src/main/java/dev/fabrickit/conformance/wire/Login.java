package dev.fabrickit.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A user who gets tokens from IAM for a password. Source: KeystoneCreateUserTokenByPassword in IAM's API reference.
 *
 * @param iam the base URL of IAM
 * @param domain the account that the user belongs to
 * @param project what the tokens are for: a region's project has the region's name
 */
public record Login(URI iam, String domain, String user, String password, String project, Transport transport) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A token and its end. */
    record Issued(String value, Instant expiresAt) {}

    /** IAM gives no token. The message says why, and what to do. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Gets a token.
     *
     * @throws Refused when there is none
     * @throws Unreachable when no answer comes
     */
    Issued issue() {
        try {
            HttpResponse<String> answer =
                    transport.client().build().send(request(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
            if (answer.statusCode() != 201) {
                throw new Refused(
                        "IAM at " + iam + " gives the user " + user + " no token (" + answer.statusCode() + " "
                                + body.at("/error/message").asText("no message")
                                + "). Check --user, --domain, --project and FABRICKIT_PASSWORD.");
            }
            String token = answer.headers().firstValue("X-Subject-Token").orElse("");
            if (!token.matches("[!-~]+")) {
                throw new Refused("IAM at " + iam + " answers without a token in X-Subject-Token. Check --iam-url.");
            }
            return new Issued(token, Instant.parse(body.at("/token/expires_at").asText()));
        } catch (IOException e) {
            throw new Unreachable(iam, e);
        } catch (DateTimeException e) {
            throw new Refused("IAM at " + iam + " answers without a time in token.expires_at. Check --iam-url.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(iam, e);
        }
    }

    private HttpRequest request() throws IOException {
        Map<String, Object> identity = Map.of(
                "methods",
                List.of("password"),
                "password",
                Map.of("user", Map.of("name", user, "password", password, "domain", Map.of("name", domain))));
        Map<String, Object> auth = Map.of("identity", identity, "scope", Map.of("project", Map.of("name", project)));
        return HttpRequest.newBuilder(URI.create(iam + "/v3/auth/tokens"))
                .timeout(transport.answering())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("auth", auth))))
                .build();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "(user " + user + ")";
    }
}
