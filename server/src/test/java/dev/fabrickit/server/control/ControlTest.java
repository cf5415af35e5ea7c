package dev.fabrickit.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Stub;
import dev.fabrickit.server.junit.FabricStub;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FabricStub("fabrickit.control=true")
class ControlTest {
    private final Remote remote;

    ControlTest(Stub stub) {
        remote = new Remote(stub);
    }

    @BeforeEach
    void reset() {
        remote.post("/_fabrickit/reset", "").mustBe(204);
    }

    @Test
    void reset_forgets_what_was_created_noted_and_set() {
        remote.post("/v1/workspaces", "{\"name\":\"fabric\"}").mustBe(200);
        remote.put("/_fabrickit/clock", "{\"mode\":\"instant\"}").mustBe(200);
        remote.put("/_fabrickit/rules/QUOTAS_HOLD", "{\"state\":\"suspended\"}").mustBe(200);
        assertThat(remote.get("/v1/workspaces")).contains("\"total\":1");

        reset();

        assertThat(remote.get("/_fabrickit/journal")).isEqualTo("[]");
        assertThat(remote.get("/v1/workspaces")).contains("\"total\":0");
        assertThat(remote.get("/_fabrickit/clock")).contains("real");
        assertThat(remote.get("/_fabrickit/rules")).doesNotContain("suspended");
    }

    @Test
    void the_journal_tells_the_requests_without_their_secrets() {
        remote.get("/v1/workspaces?limit=7");

        assertThat(remote.get("/_fabrickit/journal"))
                .contains("/v1/workspaces?limit=7", "\"status\":200", "***", "-fabrickit")
                .doesNotContain(Stub.DEVELOPMENT_TOKEN);
    }

    @Test
    void the_oldest_entries_of_a_full_journal_make_room() {
        IntStream.rangeClosed(0, Journal.BOUND).forEach(number -> remote.get("/healthcheck?number=" + number));

        assertThat(remote.get("/_fabrickit/journal"))
                .doesNotContain("number=0\"")
                .contains("number=1\"", "number=" + Journal.BOUND + "\"");
    }

    @Test
    void a_stopped_clock_moves_only_when_told_to() {
        assertThat(remote.put("/_fabrickit/clock", "{\"mode\":\"stepped\"}").body())
                .contains("stepped");
        String first = remote.get("/_fabrickit/clock");
        assertThat(remote.get("/_fabrickit/clock")).isEqualTo(first);
        assertThat(remote.post("/_fabrickit/clock/steps", "{\"by\":\"PT1H\"}").body())
                .isNotEqualTo(first);
    }

    @Test
    void a_running_clock_takes_no_steps() {
        assertThat(remote.post("/_fabrickit/clock/steps", "{\"by\":\"PT1H\"}")
                        .mustBe(400)
                        .body())
                .contains("Put its mode to stepped first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            clock       | {"mode":"warp"}             | mode must be one of real, stepped, instant, not \\"warp\\"
            clock       | {"mode":null}               | mode must be one of real, stepped, instant, not null
            clock       | {"mode":1}                  | mode must be one of real, stepped, instant, not 1
            clock       | {}                          | "error_msg":"mode is required; it must be one of real, stepped, instant"
            clock       | {"modus":"real"}            | modus is unknown; known are mode
            clock       | []                          | the body must be an object with mode
            clock       | {"mode":                    | not valid JSON
            clock       | ~~                          | a JSON body is required
            rules/NOPE  | {"state":"suspended"}       | there is no rule NOPE
            rules/NO%00 | {"state":"suspended"}       | there is no rule NO�
            rules/QUOTAS_HOLD | {}                    | "error_msg":"state is required; it must be one of enforced, suspended"
            services/x/trouble  | {}                  | "error_msg":"status is required; it must be one of FAILED"
            services/%01/trouble | {"status":"FAILED"} | the inference service � does not exist
            rules/QUOTAS_HOLD | {"state":"off"}       | state must be one of enforced, suspended, not \\"off\\"
            endpoints/x/trouble | {"status":"FAILED"} | status must be one of CREATE_FAILED, UPDATE_FAILED, DELETE_FAILED, FROZEN, INACTIVE, not \\"FAILED\\"
            services/x/trouble  | {"status":"FROZEN"} | status must be one of FAILED, not \\"FROZEN\\"
            services/x/trouble  | {"status":"FAILED"} | the inference service x does not exist
            services/x/trouble  | {"status":"FAILED","error_code":7} | error_code must be text of at most 36 characters
            models/x/trouble    | {"status":"FAILED"} | models cannot be in trouble, but these can: endpoints, services
            """)
    void what_is_wrong_is_refused_with_what_is_allowed(String path, String body, String said) {
        HttpResponse<String> answer = remote.send("PUT", "/_fabrickit/" + path, body);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).contains(said).doesNotContain("java", "Exception");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            {"by":"soon"}
            {"by":"-PT1S"}
            {"by":"P99999999D"}
            {"by":1}
            """)
    void a_step_must_be_a_duration(String body) {
        remote.put("/_fabrickit/clock", "{\"mode\":\"stepped\"}").mustBe(200);

        assertThat(remote.post("/_fabrickit/clock/steps", body).mustBe(400).body())
                .contains("by must be an ISO 8601 duration like PT1.5S");
    }

    @Test
    void a_step_is_required() {
        remote.put("/_fabrickit/clock", "{\"mode\":\"stepped\"}").mustBe(200);

        assertThat(remote.post("/_fabrickit/clock/steps", "{}").mustBe(400).body())
                .contains("by is required; it must be an ISO 8601 duration like PT1.5S");
    }

    @Test
    void without_the_setting_there_is_no_control() {
        try (Stub plain = Stub.start()) {
            new Remote(plain).post("/_fabrickit/reset", "").mustBe(404);
        }
    }
}
