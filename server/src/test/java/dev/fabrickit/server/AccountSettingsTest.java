package dev.fabrickit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts are configured once, and a mistake stops the start with the name of its key and without any secret. */
class AccountSettingsTest {
    private static final String SECRET = "never-to-be-shown";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acme.id=0a1b                                 | acme has no credentials
            acme.id=a b, acme.tokens=S                   | acme id must be given
            acme.name= , acme.tokens=S                   | acme name must be given
            acme.token=S                                 | acme.token is unknown; known are access-keys, id, name, tokens, users
            acme.tokens=                                 | acme.tokens[0] must not be empty
            acme.tokens[0].x=S                           | acme.tokens[0] has the wrong type
            acme.users[0].id=a, acme.users[0].password=S | acme.users[0] name must be given
            acme.users[0].name=a, acme.users[0].password=S | acme.users[0] id must be given
            acme.users[0].id=a, acme.users[0].name=a     | acme has no credentials
            acme.users[0].pasword=S, acme.users[0].id=a, acme.users[0].name=a | acme.users[0].pasword is unknown; known are id, name, password
            acme.access-keys[0].access-key=A             | acme.access-keys[0] secret-key is missing
            acme.access-keys[0].secret-key=S             | acme.access-keys[0] access-key must be given
            acme.tokens=S, other.tokens=S                | other.tokens is not unique
            acme.tokens=S, other.tokens=T, other.id=acme | other.id is not unique
            acme.tokens=S, other.tokens=T, other.name=acme | other.name is not unique
            acme.tokens=S, acme.access-keys=S            | acme.access-keys[0] has the wrong type
            acme.tokens=fabrickit-development-token      | development.tokens is not unique
            """)
    void aMistakeStopsTheStart(String settings, String message) {
        assertThatThrownBy(() -> start(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("fabrickit.accounts." + message)
                .satisfies(problem -> assertThat(stackTrace(problem)).doesNotContain(SECRET));
    }

    @Test
    void accountsComeFromYaml() throws IOException {
        String yaml = """
                fabrickit:
                  accounts:
                    development:
                      enabled: false
                    acme:
                      id: 0a1b2c
                      users:
                        - id: alice-id
                          name: Alice
                          password: ${test.password}
                      tokens: ["one", "two"]
                      access-keys:
                        - access-key: PERMANENT
                          secret-key: permanent-secret
                        - access-key: TEMPORARY
                          secret-key: temporary-secret
                          security-token: session
                """;
        Map<String, Object> settings = new YamlPropertySourceLoader().read("accounts", yaml.getBytes(UTF_8));
        settings.putAll(Map.of("test.password", SECRET, SteppedClock.SETTING, new SteppedClock()));
        try (Stub stub = Stub.start(settings)) {
            Sender stranger = new Sender(stub.uri(), null);

            new Sender(stub.uri(), "one").get("/v1/workspaces").mustBe(200);
            new Sender(stub.uri(), "two").get("/v1/workspaces").mustBe(200);
            new Sender(stub.uri(), Stub.DEVELOPMENT_TOKEN).get("/v1/workspaces").mustBe(401);
            RawRequest request = RawRequest.of("GET", "/v1/workspaces");
            assertThat(stranger.raw(new Signer("PERMANENT", "permanent-secret")
                            .sign(request)
                            .text()))
                    .startsWith("HTTP/1.1 200");
            assertThat(stranger.raw(new Signer("TEMPORARY", "temporary-secret")
                            .sign(request.header("X-Security-Token", "session"))
                            .text()))
                    .startsWith("HTTP/1.1 200");
            stranger.post("/v3/auth/tokens", """
                    {"auth":{"identity":{"methods":["password"],"password":{"user":{
                      "name":"Alice","password":"never-to-be-shown","domain":{"name":"acme"}}}}}}""").mustBe(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void theWellKnownCredentialsStayOnThisMachine(String host) {
        Map<String, Object> exposed = new LinkedHashMap<>(Map.of("micronaut.server.host", host));
        assertThatThrownBy(() -> Stub.start(exposed))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(host)
                .hasMessageContaining("fabrickit.accounts.development.enabled");

        exposed.put("fabrickit.accounts.development.enabled", false);
        exposed.put("fabrickit.accounts.acme.tokens", SECRET);
        Stub.start(exposed).close();
    }

    private static void start(String settings) {
        Map<String, Object> accounts = new LinkedHashMap<>();
        Arrays.stream(settings.split(", "))
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> accounts.put(
                        "fabrickit.accounts." + setting[0].strip(),
                        setting[1].equals("S") ? SECRET : setting[1].strip()));
        Stub.start(accounts).close();
    }

    private static String stackTrace(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
