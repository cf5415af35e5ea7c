package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.error.ErrorCode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that come at the same time: one of them wins, the others are refused as if they had come later. */
@Tag("database")
@Timeout(60)
@ParameterizedClass(name = "round {0}")
@MethodSource("rounds")
class ConcurrencyTest {
    private static final int CALLERS = 8;

    @RegisterExtension
    static final StubDriver STUB = StubDriver.shared();

    @RegisterExtension
    static final StubDriver SMALL = new StubDriver().with("fabrickit.quota.workspaces", 3);

    @Parameter
    private int round;

    private Sandbox sandbox;

    static IntStream rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("fabrickit.test.rounds", 2));
    }

    @BeforeEach
    void createWorkspace() {
        sandbox = STUB.sandbox();
    }

    @Test
    void theUnitsOfAnEndpointAreNeverGivenTwice() throws Exception {
        String endpoint = sandbox.createEndpoint("one", 0, 3).id();
        String model = sandbox.createModel().id();

        List<Answer> answers =
                Crowd.allAtOnce(Collections.nCopies(CALLERS, () -> sandbox.deploy(model, endpoint, 1, 1)));

        mustBeRefused(answers, ErrorCode.ENDPOINT_FULL, CALLERS - 3);
        assertThat(sandbox.contents(sandbox.services())).hasSize(3);
    }

    @Test
    void aNameIsTakenOnlyOnce() throws Exception {
        List<Answer> answers = Crowd.allAtOnce(Collections.nCopies(CALLERS, () -> sandbox.createEndpoint("one", 0, 1)));

        mustBeRefused(answers, ErrorCode.NAME_TAKEN, CALLERS - 1);
        assertThat(sandbox.contents(sandbox.endpoints())).hasSize(1);
    }

    @Test
    void aWorkspaceIsEitherFilledOrDeleted() throws Exception {
        List<Answer> answers = Crowd.allAtOnce(List.of(
                () -> sandbox.createEndpoint("one", 0, 1),
                () -> sandbox.createModel(),
                () -> sandbox.sender().delete(sandbox.path())));

        boolean deleted = answers.get(2).status() == 200;
        if (deleted) {
            answers.get(0).mustBe(ErrorCode.NO_WORKSPACE);
            answers.get(1).mustBe(ErrorCode.NO_WORKSPACE);
        } else {
            answers.get(2).mustBe(ErrorCode.WORKSPACE_NOT_EMPTY);
        }
    }

    @Test
    void aModelIsEitherUsedOrDeleted() throws Exception {
        String endpoint = sandbox.createEndpoint("one", 0, 3).id();
        String model = sandbox.createModel().id();
        String former = sandbox.deploy(model, endpoint, 1, 1).mustBe(202).id();
        sandbox.sender().delete(sandbox.service(former)).mustBe(202);

        List<Answer> answers = Crowd.allAtOnce(List.of(
                () -> sandbox.deploy(model, endpoint, 1, 1),
                () -> sandbox.sender().delete(sandbox.model(model))));

        mustExclude(answers, ErrorCode.NO_RESOURCE, ErrorCode.MODEL_IN_USE);
    }

    @Test
    void anEndpointIsEitherUsedOrDeleted() throws Exception {
        String endpoint = sandbox.createEndpoint("one", 0, 3).id();
        String model = sandbox.createModel().id();

        List<Answer> answers = Crowd.allAtOnce(List.of(
                () -> sandbox.deploy(model, endpoint, 1, 1),
                () -> sandbox.sender().delete(sandbox.endpoint(endpoint))));

        mustExclude(answers, ErrorCode.NO_RESOURCE, ErrorCode.ENDPOINT_NOT_EMPTY);
    }

    @Test
    void deploysAndUpdatesTogetherNeverOversubscribeAnEndpoint() throws Exception {
        String endpoint = sandbox.createEndpoint("one", 0, 6).id();
        String model = sandbox.createModel().id();
        String first = sandbox.deploy(model, endpoint, 1, 1).id();
        String second = sandbox.deploy(model, endpoint, 1, 1).id();

        List<Answer> answers = Crowd.allAtOnce(List.of(
                () -> scale(first, 3),
                () -> scale(second, 3),
                () -> scale(first, 4),
                () -> sandbox.deploy(model, endpoint, 1, 2),
                () -> sandbox.deploy(model, endpoint),
                () -> narrow(endpoint, 4),
                () -> narrow(endpoint, 2),
                () -> sandbox.deploy(model, endpoint, 1, 1)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(202, 400));
        int most = sandbox.sender()
                .get(sandbox.endpoint(endpoint))
                .json()
                .at("/reserved_resource/mu/max")
                .intValue();
        int held = sandbox.contents(sandbox.services()).stream()
                .map(service ->
                        sandbox.sender().get(sandbox.service(service.get("id").textValue())))
                .mapToInt(service -> service.json()
                        .at("/config/model_instance_config/resource/max")
                        .intValue())
                .sum();
        assertThat(held).isLessThanOrEqualTo(most);
    }

    private Answer scale(String service, int max) {
        Map<String, Object> config = Map.of("model_instance_config", Map.of("resource", Map.of("min", 1, "max", max)));
        return sandbox.sender().put(sandbox.service(service), Map.of("config", config));
    }

    private Answer narrow(String endpoint, int max) {
        Map<String, Object> units = Map.of("spec_code", "mu.llama3.8b", "min", 0, "max", max);
        return sandbox.sender().put(sandbox.endpoint(endpoint), Map.of("reserved_resource", Map.of("mu", units)));
    }

    @Test
    void aNameIsTakenOnlyOnceByNewAndByRenamedEndpoints() throws Exception {
        String first = sandbox.endpoint(sandbox.createEndpoint("first", 0, 1).id());
        String second = sandbox.endpoint(sandbox.createEndpoint("second", 0, 1).id());

        List<Answer> answers = Crowd.allAtOnce(List.of(
                () -> sandbox.sender().put(first, Map.of("name", "one")),
                () -> sandbox.sender().put(second, Map.of("name", "one")),
                () -> sandbox.createEndpoint("one", 0, 1)));

        mustBeRefused(answers, ErrorCode.NAME_TAKEN, 2);
    }

    @Test
    void aVersionIsEitherMadeCurrentOrDeleted() throws Exception {
        Answer model = sandbox.createModel();
        String path = sandbox.model(model.id());
        String first = model.text("version_id");
        sandbox.sender().put(path, Map.of("version", Map.of("name", "two"))).mustBe(200);

        List<Answer> answers = Crowd.allAtOnce(List.of(
                () -> sandbox.sender().put(path, Map.of("current_version_id", first)),
                () -> sandbox.sender().delete(path + "/versions/" + first)));

        mustExclude(answers, ErrorCode.NO_RESOURCE, ErrorCode.VERSION_IS_CURRENT);
        assertThat(sandbox.contents(sandbox.models()))
                .allSatisfy(shown -> assertThat(shown.get("current_version")).isNotNull());
    }

    @Test
    void listsCountWhatTheyShowWhileOthersCreateAndDelete() throws Exception {
        List<Answer> answers = Crowd.allAtOnce(IntStream.range(0, CALLERS)
                .<Supplier<Answer>>mapToObj(caller -> caller % 2 == 0 ? this::listThrice : this::createAndDelete)
                .toList());

        assertThat(answers).allSatisfy(answer -> answer.mustBe(200));
    }

    private Answer listThrice() {
        sandbox.contents();
        sandbox.contents();
        sandbox.contents();
        return sandbox.sender().get(sandbox.models()).mustBe(200);
    }

    private Answer createAndDelete() {
        String model = "";
        for (int i = 0; i < 2; i++) {
            model = sandbox.model(sandbox.createModel().id());
            sandbox.sender()
                    .put(model, Map.of("version", Map.of("name", "two")))
                    .mustBe(200);
            sandbox.createEndpoint(model.replaceAll(".*/", ""), 0, 1).mustBe(202);
            if (i < 1) {
                sandbox.sender().delete(model).mustBe(200);
            }
        }
        return sandbox.sender().delete(model);
    }

    @Test
    void anAccountNeverHasMoreWorkspacesThanItMay() throws Exception {
        Sender sender = SMALL.sender();
        List<Answer> answers = Crowd.allAtOnce(
                Collections.nCopies(CALLERS, () -> sender.post("/v1/workspaces", Example.tutorial("createWorkspace"))));

        mustBeRefused(answers, ErrorCode.QUOTA_EXCEEDED, CALLERS - 3);
        answers.stream()
                .filter(answer -> answer.status() == 200)
                .forEach(
                        answer -> sender.delete("/v1/workspaces/" + answer.id()).mustBe(200));
    }

    /** Of two answers exactly one is good. */
    private static void mustExclude(List<Answer> answers, ErrorCode first, ErrorCode second) {
        if (answers.get(0).status() < 300) {
            answers.get(1).mustBe(second);
        } else {
            answers.get(0).mustBe(first);
            assertThat(answers.get(1).status()).isLessThan(300);
        }
    }

    private static void mustBeRefused(List<Answer> answers, ErrorCode code, int times) {
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() >= 300).toList();
        assertThat(refused).hasSize(times).allSatisfy(answer -> answer.mustBe(code));
    }
}
