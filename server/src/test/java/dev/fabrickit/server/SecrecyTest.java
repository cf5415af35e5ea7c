package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Passwords, tokens and keys, right or wrong, reach neither a log, nor the journal, nor an answer. */
class SecrecyTest {
    private static final String CANARY = "canary";
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @RegisterExtension
    static final StubDriver STUB = new StubDriver()
            .with("micronaut.server.netty.access-logger.enabled", true)
            .with("fabrickit.control", true)
            .with("fabrickit.accounts.acme.tokens", "canary-token")
            .with("fabrickit.accounts.acme.users[0].id", "alice-id")
            .with("fabrickit.accounts.acme.users[0].name", "Alice")
            .with("fabrickit.accounts.acme.users[0].password", "canary-password")
            .with("fabrickit.accounts.acme.access-keys[0].access-key", "ACME")
            .with("fabrickit.accounts.acme.access-keys[0].secret-key", "canary-key")
            .with("fabrickit.accounts.acme.access-keys[0].security-token", "canary-session");

    private final Sender stranger = STUB.sender(null);

    @BeforeAll
    static void listen() {
        LOG.start();
        logger().addAppender(LOG);
    }

    @AfterAll
    static void stopListening() {
        logger().detachAppender(LOG);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void secretsAreNeverShown() {
        List<Answer> answers = new ArrayList<>();
        for (String token : List.of("canary-token", "canary-wrong-token")) {
            answers.add(STUB.sender(token).get("/v1/specs"));
            answers.add(STUB.sender(token).post("/v1/workspaces", "{"));
        }
        for (String password : List.of("canary-password", "canary-wrong-password")) {
            answers.add(stranger.post("/v3/auth/tokens", """
                    {"auth":{"identity":{"methods":["password"],"password":{"user":{
                      "name":"Alice","password":"%s","domain":{"name":"acme"}}}}}}""".formatted(password)));
        }
        answers.add(stranger.post("/v3/auth/tokens", "{\"password\":\"canary-password\""));
        answers.add(stranger.send("GET", "/v1/specs", null, "Authorization", "canary-authorization"));
        String signed = stranger.raw(new Signer("ACME", "canary-key")
                .sign(RawRequest.of("GET", "/v1/specs").header("X-Security-Token", "canary-session"))
                .text());
        String badlySigned = stranger.raw(new Signer("ACME", "canary-wrong-key")
                .sign(RawRequest.of("GET", "/v1/specs").header("X-Security-Token", "canary-wrong-session"))
                .text());

        assertThat(answers).extracting(Answer::status).contains(200, 201, 400, 401);
        assertThat(signed).startsWith("HTTP/1.1 200").doesNotContain(CANARY);
        assertThat(badlySigned).startsWith("HTTP/1.1 401").doesNotContain(CANARY);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.body() + answer.headers().map()).doesNotContain(CANARY));
        assertThat(stranger.get("/_fabrickit/journal").mustBe(200).body())
                .contains("/v3/auth/tokens", "/v1/specs")
                .doesNotContain(CANARY);
        await().untilAsserted(() -> assertThat(logged()).contains("/v3/auth/tokens", "/v1/specs"));
        assertThat(logged()).doesNotContain(CANARY);
    }

    private static String logged() {
        List<ILoggingEvent> events;
        synchronized (LOG) {
            events = List.copyOf(LOG.list);
        }
        return events.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }
}
