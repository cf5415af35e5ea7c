package dev.fabrickit.server;

import dev.fabrickit.server.error.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule that refuses an update, beside an update that it lets pass. */
class UpdateRefusalTest {
    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    private Sandbox sandbox;
    private String endpoint;
    private String model;
    private String service;

    @BeforeEach
    void deploy() {
        sandbox = STUB.sandbox();
        endpoint = sandbox.createEndpoint("one", 0, 5).id();
        model = sandbox.createModel().id();
        service = sandbox.deploy(model, endpoint, 1, 2).id();
    }

    @ParameterizedTest
    @CsvSource({
        "two, mu.llama3.8b, 0, 5, NAME_TAKEN",
        "one, mu.llama3.8b, 4, 3, MAX_BELOW_MIN",
        "one, mu.gpt, 0, 5, NO_SPEC",
        "one, mu.llama3.8b, 0, 2, BELOW_SERVICES"
    })
    void anEndpointRefusesWhatIsUnsound(String name, String spec, int min, int max, ErrorCode code) {
        sandbox.createEndpoint("two", 0, 1).mustBe(202);
        sandbox.deploy(model, endpoint, 1, 1).mustBe(202);

        sandbox.mustRefuse(code, () -> change(name, spec, min, max));
        change("one", "mu.llama3.8b", 3, 3).mustBe(202);
    }

    @Test
    void anEndpointThatIsWidenedHasRoomForMore() {
        sandbox.deploy(model, endpoint, 1, 3).mustBe(202);
        sandbox.mustRefuse(ErrorCode.ENDPOINT_FULL, () -> sandbox.deploy(model, endpoint, 1, 1));

        change("one", "mu.llama3.8b", 0, 6).mustBe(202);

        sandbox.deploy(model, endpoint, 1, 1).mustBe(202);
    }

    private Answer change(String name, String spec, int min, int max) {
        Map<String, Object> units = Map.of("spec_code", spec, "min", min, "max", max);
        return sandbox.sender()
                .put(sandbox.endpoint(endpoint), Map.of("name", name, "reserved_resource", Map.of("mu", units)));
    }

    @ParameterizedTest
    @CsvSource({"0, 2, NOT_CHANGEABLE", "2, 2, NOT_CHANGEABLE", "1, 6, ABOVE_ENDPOINT", "1, 5, ENDPOINT_FULL"})
    void aServiceRefusesUnitsThatAreUnsound(int min, int max, ErrorCode code) {
        sandbox.deploy(model, endpoint, 1, 1).mustBe(202);

        sandbox.mustRefuse(code, () -> scale(service, min, max));
        scale(service, 1, 4).mustBe(202);
        sandbox.mustRefuse(ErrorCode.ENDPOINT_FULL, () -> scale(service, 1, 5));
        scale(service, 1, 1).mustBe(202);
    }

    @Test
    void theMaximumOfAServiceIsNotBelowItsMinimum() {
        String wide = sandbox.deploy(model, endpoint, 2, 3).id();

        sandbox.mustRefuse(ErrorCode.MAX_BELOW_MIN, () -> scale(wide, 2, 1));
        scale(wide, 2, 2).mustBe(202);
    }

    private Answer scale(String id, int min, int max) {
        Map<String, Object> config =
                Map.of("model_instance_config", Map.of("resource", Map.of("min", min, "max", max)));
        return sandbox.sender().put(sandbox.service(id), Map.of("config", config));
    }

    @Test
    void aServiceRefusesAnotherModelOrVersion() {
        String other = sandbox.createModel().id();
        String version = sandbox.sender()
                .put(sandbox.model(model), Map.of("version", Map.of("name", "two")))
                .json()
                .at("/current_version/id")
                .textValue();

        sandbox.mustRefuse(ErrorCode.NOT_CHANGEABLE, () -> run(Map.of("id", other)));
        sandbox.mustRefuse(ErrorCode.NOT_CHANGEABLE, () -> run(Map.of("id", model, "version_id", version)));
        run(Map.of("id", model)).mustBe(202);
    }

    private Answer run(Map<String, String> source) {
        return sandbox.sender().put(sandbox.service(service), Map.of("source", source));
    }
}
