package dev.fabrickit.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Stub;
import dev.fabrickit.server.junit.FabricStub;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FabricStub("fabrickit.control=true")
class ControlTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stub stub;

    ControlTest(Stub stub) {
        this.stub = stub;
    }

    @BeforeEach
    void reset() throws IOException, InterruptedException {
        assertThat(send("POST", "/_fabrickit/reset", null).statusCode()).isEqualTo(204);
    }

    @Test
    void reset_forgets_what_was_created_and_noted() throws IOException, InterruptedException {
        send("POST", "/v1/workspaces", "{\"name\":\"fabric\"}");
        assertThat(send("GET", "/v1/workspaces", null).body()).contains("\"total\":1");
        reset();
        assertThat(send("GET", "/_fabrickit/journal", null).body()).isEqualTo("[]");
        assertThat(send("GET", "/v1/workspaces", null).body()).contains("\"total\":0");
    }

    @Test
    void the_journal_tells_the_requests_without_their_secrets() throws IOException, InterruptedException {
        send("GET", "/v1/workspaces?limit=7", null);
        assertThat(send("GET", "/_fabrickit/journal", null).body())
                .contains("/v1/workspaces?limit=7", "\"status\":200", "***", "-fabrickit")
                .doesNotContain(stub.token());
    }

    @Test
    void a_stopped_clock_moves_only_when_told_to() throws IOException, InterruptedException {
        assertThat(send("PUT", "/_fabrickit/clock", "{\"mode\":\"stepped\"}").body())
                .contains("stepped");
        String first = send("GET", "/_fabrickit/clock", null).body();
        assertThat(send("GET", "/_fabrickit/clock", null).body()).isEqualTo(first);
        assertThat(send("POST", "/_fabrickit/clock/steps", "{\"by\":\"PT1H\"}").body())
                .isNotEqualTo(first);
    }

    @Test
    void a_running_clock_takes_no_steps() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", "/_fabrickit/clock/steps", "{\"by\":\"PT1H\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Put its mode to stepped first");
    }

    @Test
    void an_unknown_mode_is_refused_by_name() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("PUT", "/_fabrickit/clock", "{\"mode\":\"warp\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("mode is warp");
    }

    @Test
    void without_the_setting_there_is_no_control() throws IOException, InterruptedException {
        try (Stub plain = Stub.start()) {
            HttpRequest reset = HttpRequest.newBuilder(plain.uri().resolve("/_fabrickit/reset"))
                    .POST(BodyPublishers.noBody())
                    .build();
            assertThat(HTTP.send(reset, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
        }
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stub.uri().resolve(path))
                .header("X-Auth-Token", stub.token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
