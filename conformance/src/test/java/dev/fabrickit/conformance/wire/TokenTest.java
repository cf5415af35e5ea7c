package dev.fabrickit.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.fabrickit.conformance.SteppedClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against an IAM whose tokens last an hour. */
class TokenTest {
    private static final String PASSWORD = "pass-word";

    private final List<String> asked = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();
    private final SteppedClock clock = new SteppedClock(Instant.parse("2030-01-01T00:00:00Z"));
    private HttpServer iam;
    private Token token;
    private boolean refusing;

    @BeforeEach
    void start() throws IOException {
        iam = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        iam.createContext("/v3/auth/tokens", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String end = clock.instant().plus(Duration.ofHours(1)).toString();
            byte[] body = (refusing
                            ? "{\"error\":{\"message\":\"The username or password is wrong.\"}}"
                            : "{\"token\":{\"expires_at\":\"" + end + "\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X-Subject-Token", "token-" + asked.size());
            exchange.sendResponseHeaders(refusing ? 401 : 201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        iam.start();
        URI uri = URI.create("http://127.0.0.1:" + iam.getAddress().getPort());
        token = Token.of(new Login(uri, "acme", "Alice", PASSWORD, "cn-north-4", Transport.DIRECT), clock);
        token.announceTo(announced::add);
    }

    @AfterEach
    void stop() {
        iam.stop(0);
    }

    @Test
    void it_is_got_when_it_is_first_needed_and_kept() {
        assertThat(asked).isEmpty();
        assertThat(token.value()).isEqualTo(token.value()).isEqualTo("token-1");
        assertThat(asked)
                .singleElement()
                .asString()
                .contains(
                        "\"domain\":{\"name\":\"acme\"}",
                        "\"name\":\"Alice\"",
                        "\"project\":{\"name\":\"cn-north-4\"}");
    }

    @Test
    void it_is_renewed_5_minutes_before_its_end_and_told_as_a_secret_first() {
        token.value();
        clock.step(Duration.ofMinutes(54));
        assertThat(token.value()).isEqualTo("token-1");
        clock.step(Duration.ofMinutes(2));
        assertThat(token.value()).isEqualTo("token-2");
        assertThat(announced).containsExactly("token-1", "token-2");
    }

    @Test
    void the_old_one_serves_while_it_can_when_there_is_no_new_one() {
        token.value();
        refusing = true;
        clock.step(Duration.ofMinutes(56));
        assertThat(token.value()).isEqualTo("token-1");
        assertThat(token.value()).isEqualTo("token-1");
        assertThat(asked).as("IAM is not asked each time").hasSize(2);
        clock.step(Duration.ofMinutes(5));
        assertThatThrownBy(token::value).isInstanceOf(Login.Refused.class);
    }

    @Test
    void a_refused_user_is_told_what_to_check() {
        refusing = true;
        assertThatThrownBy(token::value)
                .hasMessageContaining("gives the user Alice no token (401 The username or password is wrong.)")
                .hasMessageContaining("Check --user, --domain, --project and FABRICKIT_PASSWORD")
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void only_one_of_many_who_were_refused_gets_a_new_one() {
        token.value();
        assertThat(token.replace("token-1")).isTrue();
        assertThat(token.replace("token-1")).isTrue();
        assertThat(asked).hasSize(2);
        assertThat(Token.given("token-1").replace("token-1")).isFalse();
    }
}
