package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens as IAM issues them to configured users. */
class TokenTest {
    private static final String PASSWORD = "Passw0rd-of-alice";
    private static final Map<String, Object> ACME = Map.of(
            "fabrickit.accounts.acme.id", "0a1b2c",
            "fabrickit.accounts.acme.users[0].id", "alice-id",
            "fabrickit.accounts.acme.users[0].name", "Alice",
            "fabrickit.accounts.acme.users[0].password", PASSWORD,
            "fabrickit.accounts.acme.users[1].id", "bob-id",
            "fabrickit.accounts.acme.users[1].name", "Bob");

    @RegisterExtension
    static final StubDriver STUB = driver();

    @RegisterExtension
    static final StubDriver SECOND_PROCESS = driver();

    @RegisterExtension
    static final StubDriver OTHER_PASSWORD = driver().with("fabrickit.accounts.acme.users[0].password", "changed");

    private static StubDriver driver() {
        StubDriver driver = new StubDriver();
        ACME.forEach(driver::with);
        return driver;
    }

    @Test
    void aTokenForAProjectIsDescribedAsByIam() {
        Answer answer = ask(request("{'project':{'name':'cn-north-4'}}")).mustBe(201);

        JsonNode token = answer.json().get("token");
        assertThat(token.get("issued_at").textValue()).isEqualTo("2026-01-01T00:00:00.120000Z");
        assertThat(token.get("expires_at").textValue()).isEqualTo("2026-01-02T00:00:00.120000Z");
        assertThat(token.at("/methods/0").textValue()).isEqualTo("password");
        assertThat(token.get("user"))
                .isEqualTo(json("{'id':'alice-id','name':'Alice','domain':{'id':'0a1b2c','name':'acme'}}"));
        assertThat(token.at("/project/name").textValue()).isEqualTo("cn-north-4");
        assertThat(token.at("/project/id").textValue()).matches("[0-9a-f]{32}");
        assertThat(token.at("/project/domain/name").textValue()).isEqualTo("acme");
        assertThat(token.has("domain")).isFalse();
        assertThat(answer.body()).doesNotContain(PASSWORD);
    }

    @Test
    void aTokenForADomainIsDescribedAsByIam() {
        for (String scope : new String[] {"{'domain':{'name':'acme'}}", "{'domain':{'id':'0a1b2c'}}"}) {
            JsonNode token = ask(request(scope)).mustBe(201).json().get("token");

            assertThat(token.get("domain")).isEqualTo(json("{'id':'0a1b2c','name':'acme'}"));
            assertThat(token.has("project")).isFalse();
        }
    }

    @Test
    void aTokenOpensTheAccountOfItsUser() {
        Answer created = STUB.sender(token()).post("/v1/workspaces", Example.tutorial("createWorkspace"));

        assertThat(created.mustBe(200).text("create_domain_name")).isEqualTo("acme");
        assertThat(created.text("create_user_name")).isEqualTo("Alice");
    }

    @Test
    void everyProcessWithTheSameConfigurationKnowsTheToken() {
        SECOND_PROCESS.sender(token()).get("/v1/workspaces").mustBe(200);
    }

    @Test
    void aChangedPasswordEndsTheToken() {
        OTHER_PASSWORD.sender(token()).get("/v1/workspaces").mustBeError(401, "APIG.1002");
    }

    @Test
    void aTokenLastsADay() {
        String token = token();
        Sender sender = STUB.sender(token);
        Instant issued = STUB.clock().instant();

        STUB.clock().advance(Duration.ofHours(24).minusMillis(1));
        sender.get("/v1/workspaces").mustBe(200);
        STUB.clock().advance(Duration.ofMillis(1));
        Answer expired = sender.get("/v1/workspaces").mustBeError(401, "APIGW.0301");

        assertThat(expired.text("error_msg"))
                .isEqualTo("Incorrect IAM authentication information: token expires, expires_at: "
                        + issued.plus(Duration.ofHours(24)));
        assertThat(expired.body()).doesNotContain(token);
    }

    @Test
    void anAlteredTokenIsWrong() {
        String token = token();
        String[] parts = token.split("\\.");
        Stream.of(
                        token.replace("alice", "bob"),
                        token.replace("alice-id", "development-user"),
                        parts[0] + "." + (Long.parseLong(parts[1]) + 1) + "." + parts[2],
                        parts[0] + ".99999999999999999." + parts[2],
                        token.substring(0, token.length() - 1),
                        token + "0",
                        token.toUpperCase(),
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + parts[1] + "." + "0".repeat(64))
                .forEach(altered -> STUB.sender(altered).get("/v1/workspaces").mustBeError(401, "APIG.1002"));
    }

    @Test
    void aTokenOfTheGreatestLengthIsWrongAndNoMore() {
        STUB.sender("x".repeat(65_534)).get("/v1/workspaces").mustBeError(401, "APIG.1002");
    }

    static Stream<Consumer<ObjectNode>> wrongCredentials() {
        return Stream.of(
                request -> user(request).put("password", "wrong"),
                request -> user(request).put("password", PASSWORD + " "),
                request -> user(request).put("name", "alice"),
                request -> user(request).put("name", "Bob"),
                request -> user(request).withObject("/domain").put("name", "development"),
                request -> user(request).withObject("/domain").put("name", "nobody"),
                request -> request.withObject("/auth/scope").set("domain", json("{'name':'development'}")));
    }

    @ParameterizedTest
    @MethodSource("wrongCredentials")
    void wrongCredentialsAreRefusedInTheFormOfIam(Consumer<ObjectNode> mistake) {
        mustBeRefused(mistake, 401, "Unauthorized");
    }

    static Stream<Consumer<ObjectNode>> malformedRequests() {
        return Stream.of(
                request -> request.remove("auth"),
                request -> request.putArray("auth"),
                request ->
                        request.withObject("/auth/identity").putArray("methods").add("token"),
                request -> request.withObject("/auth/identity").remove("methods"),
                request -> request.withObject("/auth/identity").remove("password"),
                request -> user(request).remove("name"),
                request -> user(request).remove("domain"),
                request -> user(request).remove("password"),
                request -> user(request).put("password", 5),
                request -> user(request).put("password", " "),
                request -> request.withObject("/auth").set("scope", json("{'project':{}}")),
                request -> request.withObject("/auth").set("scope", json("{'domain':{'name':5}}")),
                request -> request.withObject("/auth").putArray("scope"));
    }

    @ParameterizedTest
    @MethodSource("malformedRequests")
    void aMalformedRequestIsRefusedInTheFormOfIam(Consumer<ObjectNode> mistake) {
        mustBeRefused(mistake, 400, "Bad Request");
    }

    @Test
    void whatIsNotJsonIsRefusedInTheFormOfIam() {
        Stream.of("", "{", "[]", "null", "5", "{} x", "{\"auth\":1,\"auth\":2}")
                .forEach(body -> mustBeOfIam(STUB.sender(null).post("/v3/auth/tokens", body), 400, "Bad Request"));
    }

    private static void mustBeRefused(Consumer<ObjectNode> mistake, int status, String title) {
        ObjectNode request = request("{'project':{'name':'cn-north-4'}}");
        ask(request).mustBe(201);
        mistake.accept(request);
        mustBeOfIam(ask(request), status, title);
    }

    private static void mustBeOfIam(Answer answer, int status, String title) {
        JsonNode error = answer.mustBe(status).json().get("error");
        assertThat(error.get("code").intValue()).isEqualTo(status);
        assertThat(error.get("title").textValue()).isEqualTo(title);
        assertThat(error.get("message").textValue()).isNotBlank();
        assertThat(answer.headers().firstValue("X-Subject-Token")).isEmpty();
        assertThat(answer.body()).doesNotMatch(Answer.INSIDES).doesNotContain(PASSWORD);
    }

    private static String token() {
        return ask(request("{'project':{'name':'cn-north-4'}}"))
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
    }

    private static Answer ask(ObjectNode request) {
        return STUB.sender(null).post("/v3/auth/tokens", request);
    }

    private static ObjectNode request(String scope) {
        return (ObjectNode) json("{'auth':{'identity':{'methods':['password'],'password':{'user':{'name':'Alice',"
                + "'password':'" + PASSWORD + "','domain':{'name':'acme'}}}},'scope':" + scope + "}}");
    }

    private static ObjectNode user(ObjectNode request) {
        return request.withObject("/auth/identity/password/user");
    }

    private static JsonNode json(String text) {
        try {
            return Sender.JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
