package dev.fabrickit.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final Contract FULL = Contract.full();
    private static final Contract DOCUMENTED = Contract.documented();
    private static final String MODEL_ID = "{\"id\":\"ac8111bf-3601-4905-8ddd-b41d3e636a4e\"}";

    @Test
    void both_contracts_have_all_operations() {
        assertThat(FULL.size()).isEqualTo(24);
        assertThat(DOCUMENTED.size()).isEqualTo(24);
    }

    @Test
    void an_operation_knows_its_path_verb_and_host() {
        Operation invoke = FULL.operation("invokeModelService");
        assertThat(invoke.method()).isEqualTo("POST");
        assertThat(invoke.host()).isEqualTo(Operation.Host.EP);
        assertThat(FULL.operation("createModelDefinition").host()).isEqualTo(Operation.Host.ADMIN);
        assertThat(invoke.pathWith(Map.of("workspace_id", "w", "instance_id", "i")))
                .isEqualTo("/v1/workspaces/w/services/instances/i/invocations");
    }

    @Test
    void a_chosen_status_is_exact_in_full_and_any_of_its_class_in_documented() {
        assertThat(FULL.operation("deployServiceInstance").isSuccess(200)).isFalse();
        assertThat(FULL.operation("deployServiceInstance").isSuccess(202)).isTrue();
        assertThat(DOCUMENTED.operation("deployServiceInstance").isSuccess(200)).isTrue();
        assertThat(DOCUMENTED.operation("createEndpoint").isSuccess(200)).isFalse();
    }

    @Test
    void a_chosen_property_is_required_in_full_only() {
        assertThat(faults(FULL, MODEL_ID, "r-1")).singleElement().asString().contains("version_id");
        assertThat(faults(DOCUMENTED, MODEL_ID, "r-1")).isEmpty();
    }

    @Test
    void a_chosen_header_is_required_in_full_only() {
        String both = MODEL_ID.replace("}", ",\"version_id\":\"ac8111bf-3601-4905-8ddd-b41d3e636a4e\"}");
        assertThat(faults(FULL, both, null)).singleElement().asString().contains("X-request-id");
        assertThat(faults(DOCUMENTED, both, null)).isEmpty();
    }

    @Test
    void a_chosen_body_is_asked_for_in_full_only_and_any_other_or_none_will_do_in_documented() {
        Response text = SimpleResponse.Builder.ok()
                .withHeader("X-request-id", "r-1")
                .withContentType("text/plain")
                .withBody("fine")
                .build();
        Response json = SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody("{\"status\":\"UP\"}")
                .build();
        Response nothing = SimpleResponse.Builder.ok().build();
        assertThat(FULL.faultsOf(FULL.operation("showHealth"), text)).isNotEmpty();
        assertThat(List.of(text, json, nothing))
                .allSatisfy(answer -> assertThat(DOCUMENTED.faultsOf(DOCUMENTED.operation("showHealth"), answer))
                        .isEmpty());
    }

    @Test
    void a_refusal_may_have_another_status_in_documented_but_no_other_form() {
        Response conflict =
                refusal(409, "application/json", "{\"error_code\":\"Fabric.0409\",\"error_msg\":\"taken\"}");
        Response page = refusal(404, "text/html", "<h1>Not Found</h1>");
        Response silent = refusal(404, "application/json", "{\"message\":\"not found\"}");
        Response crash = refusal(502, "application/json", "{\"error_code\":\"Fabric.0502\",\"error_msg\":\"bad\"}");
        assertThat(faultsOfShowing(DOCUMENTED, conflict)).isEmpty();
        assertThat(faultsOfShowing(FULL, conflict)).isNotEmpty();
        assertThat(List.of(page, silent, crash))
                .allSatisfy(answer ->
                        assertThat(faultsOfShowing(DOCUMENTED, answer)).isNotEmpty());
    }

    private static Response refusal(int status, String type, String body) {
        return SimpleResponse.Builder.status(status)
                .withHeader("X-request-id", "r-1")
                .withContentType(type)
                .withBody(body)
                .build();
    }

    private static List<String> faultsOfShowing(Contract contract, Response answer) {
        return contract.faultsOf(contract.operation("showEndpoint"), answer);
    }

    @Test
    void a_body_where_none_is_documented_is_wrong_in_full_only() {
        Response deleted = SimpleResponse.Builder.status(200)
                .withHeader("X-request-id", "r-1")
                .withContentType("application/json")
                .withBody("{}")
                .build();
        assertThat(FULL.faultsOf(FULL.operation("deleteWorkspace"), deleted)).isNotEmpty();
        assertThat(DOCUMENTED.faultsOf(DOCUMENTED.operation("deleteWorkspace"), deleted))
                .isEmpty();
    }

    @Test
    void what_is_documented_is_asked_for_in_both() {
        assertThat(faults(FULL, "{}", "r-1")).isNotEmpty();
        assertThat(faults(DOCUMENTED, "{}", "r-1")).singleElement().asString().contains("id");
    }

    @Test
    void a_chunk_is_held_against_its_schema() {
        String chunk = "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
                + "[{\"index\":0,\"delta\":{\"content\":\"x\"},\"finish_reason\":null}],\"usage\":null}";
        assertThat(DOCUMENTED.faultsOf("ChatCompletionChunk", chunk)).isEmpty();
        assertThat(DOCUMENTED.faultsOf("ChatCompletionChunk", chunk.replace("completion.chunk", "completion")))
                .isNotEmpty();
        assertThat(DOCUMENTED.faultsOf("ChatCompletionChunk", chunk.replace("\"created\":1", "\"created\":\"1\"")))
                .isNotEmpty();
    }

    private static List<String> faults(Contract contract, String body, String requestId) {
        SimpleResponse.Builder answer =
                SimpleResponse.Builder.ok().withContentType("application/json").withBody(body);
        Response response = requestId == null
                ? answer.build()
                : answer.withHeader("X-request-id", requestId).build();
        return contract.faultsOf(contract.operation("createModelDefinition"), response);
    }
}
