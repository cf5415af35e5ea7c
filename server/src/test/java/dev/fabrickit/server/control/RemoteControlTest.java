package dev.fabrickit.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Stub;
import dev.fabrickit.server.junit.FabricStub;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What control paths make of resources: troubles, a quick end of changes, and broken rules. */
@FabricStub({"fabrickit.control=true", "fabrickit.delay.endpoint=1h", "fabrickit.delay.service=1h"})
class RemoteControlTest {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String ENDPOINT = """
            {"name":"one","type":"inference","reserved_resource":{"mu":{"spec_code":"mu.llama3.8b","min":0,"max":1}}}""";

    private final Remote remote;
    private String workspace;
    private String endpoint;
    private String endpointId;

    RemoteControlTest(Stub stub) {
        remote = new Remote(stub);
    }

    @BeforeEach
    void createEndpoint() {
        remote.post("/_fabrickit/reset", "").mustBe(204);
        workspace = "/v1/workspaces/" + create("/v1/workspaces", "{\"name\":\"fabric\"}");
        endpointId = create(workspace + "/endpoints", ENDPOINT);
        endpoint = workspace + "/endpoints/" + endpointId;
    }

    @Test
    void an_instant_clock_settles_what_is_under_way_and_what_comes() {
        String early = deploy();
        mustShow(early, "PENDING");

        remote.put("/_fabrickit/clock", "{\"mode\":\"instant\"}").mustBe(200);

        mustShow(endpoint, "RUNNING");
        mustShow(early, "RUNNING");
        remote.delete(early).mustBe(202);
        remote.delete(endpoint).mustBe(202);
        remote.delete(workspace + "/models/"
                        + ID.matcher(remote.get(workspace + "/models"))
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(1))
                .mustBe(200);
        remote.delete(workspace).mustBe(200);
    }

    @Test
    void a_real_clock_lets_changes_take_time_again() {
        remote.put("/_fabrickit/clock", "{\"mode\":\"instant\"}").mustBe(200);

        remote.put("/_fabrickit/clock", "{\"mode\":\"real\"}").mustBe(200);

        mustShow(endpoint, "RUNNING");
        remote.put(endpoint, "{\"name\":\"another\"}").mustBe(202);
        mustShow(endpoint, "UPDATING");
    }

    @Test
    void an_endpoint_comes_into_trouble_and_out_of_it() {
        String trouble = "/_fabrickit/endpoints/" + endpointId + "/trouble";
        remote.put(trouble, "{\"status\":\"FROZEN\",\"error_code\":\"no.money\",\"error_msg\":\"in arrears\"}")
                .mustBe(204);
        remote.put("/_fabrickit/clock", "{\"mode\":\"instant\"}").mustBe(200);
        String waiting = deploy();

        mustShow(endpoint, "FROZEN");
        assertThat(remote.get(endpoint)).contains("\"error_code\":\"no.money\"", "\"error_msg\":\"in arrears\"");
        mustShow(waiting, "PENDING");

        remote.delete(trouble).mustBe(204);
        mustShow(endpoint, "RUNNING");
        assertThat(remote.get(endpoint)).doesNotContain("no.money");
        mustShow(waiting, "RUNNING");
    }

    @Test
    void a_service_fails_and_is_helped() {
        remote.put("/_fabrickit/clock", "{\"mode\":\"instant\"}").mustBe(200);
        String service = deploy();
        String trouble = "/_fabrickit/services/" + service.substring(service.lastIndexOf('/') + 1) + "/trouble";

        remote.put(trouble, "{\"status\":\"FAILED\"}").mustBe(204);
        mustShow(service, "FAILED");

        remote.delete(trouble).mustBe(204);
        mustShow(service, "RUNNING");
    }

    @Test
    void a_rule_is_broken_until_it_is_enforced() {
        remote.post(workspace + "/endpoints", ENDPOINT).mustBe(400);

        assertThat(remote.put("/_fabrickit/rules/ENDPOINT_NAME_IS_UNIQUE", "{\"state\":\"suspended\"}")
                        .body())
                .isEqualTo("{\"ENDPOINT_NAME_IS_UNIQUE\":\"suspended\"}");
        remote.post(workspace + "/endpoints", ENDPOINT).mustBe(202);

        remote.put("/_fabrickit/rules/ENDPOINT_NAME_IS_UNIQUE", "{\"state\":\"enforced\"}")
                .mustBe(200);
        remote.post(workspace + "/endpoints", ENDPOINT).mustBe(400);
    }

    /** The path of a service. */
    private String deploy() {
        String model = create(workspace + "/models", """
                {"name":"model","type":"LLM_MODEL","version":{"name":"v1"}}""");
        return workspace + "/services/instances/"
                + create(workspace + "/services/instances", """
                {"name":"service","endpoint_id":"%s","source":{"id":"%s"}}""".formatted(endpointId, model));
    }

    private String create(String path, String body) {
        Matcher id = ID.matcher(remote.post(path, body).body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private void mustShow(String path, String status) {
        assertThat(remote.get(path)).contains("\"status\":\"" + status + "\"");
    }
}
