package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that come at the same time: one of them wins, the others are refused as if they had come later. */
@Timeout(60)
class ConcurrencyTest {
    private static final int CALLERS = 8;
    private static final ExecutorService POOL = Executors.newFixedThreadPool(CALLERS);

    @RegisterExtension
    static final StubDriver STUB = new StubDriver();

    private Sandbox sandbox;

    @BeforeEach
    void createWorkspace() {
        sandbox = STUB.sandbox();
    }

    @AfterAll
    static void stop() {
        POOL.shutdownNow();
    }

    @RepeatedTest(5)
    void theUnitsOfAnEndpointAreNeverGivenTwice() throws Exception {
        String endpoint = sandbox.createEndpoint("one", 0, 3).id();
        String model = sandbox.createModel().id();

        List<Answer> answers = allAtOnce(Collections.nCopies(CALLERS, () -> sandbox.deploy(model, endpoint, 1, 1)));

        mustBeRefused(answers, ErrorCode.ENDPOINT_FULL, CALLERS - 3);
        assertThat(sandbox.contents(sandbox.services())).hasSize(3);
    }

    @RepeatedTest(10)
    void aNameIsTakenOnlyOnce() throws Exception {
        List<Answer> answers = allAtOnce(Collections.nCopies(CALLERS, () -> sandbox.createEndpoint("one", 0, 1)));

        mustBeRefused(answers, ErrorCode.NAME_TAKEN, CALLERS - 1);
        assertThat(sandbox.contents(sandbox.endpoints())).hasSize(1);
    }

    @RepeatedTest(10)
    void aWorkspaceIsEitherFilledOrDeleted() throws Exception {
        List<Answer> answers = allAtOnce(List.of(
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

    @RepeatedTest(10)
    void aModelIsEitherUsedOrDeleted() throws Exception {
        String endpoint = sandbox.createEndpoint("one", 0, 3).id();
        String model = sandbox.createModel().id();
        String former = sandbox.deploy(model, endpoint, 1, 1).mustBe(202).id();
        sandbox.sender().delete(sandbox.service(former)).mustBe(202);

        List<Answer> answers = allAtOnce(List.of(
                () -> sandbox.deploy(model, endpoint, 1, 1),
                () -> sandbox.sender().delete(sandbox.model(model))));

        mustExclude(answers, ErrorCode.NO_RESOURCE, ErrorCode.MODEL_IN_USE);
    }

    @RepeatedTest(10)
    void anEndpointIsEitherUsedOrDeleted() throws Exception {
        String endpoint = sandbox.createEndpoint("one", 0, 3).id();
        String model = sandbox.createModel().id();

        List<Answer> answers = allAtOnce(List.of(
                () -> sandbox.deploy(model, endpoint, 1, 1),
                () -> sandbox.sender().delete(sandbox.endpoint(endpoint))));

        mustExclude(answers, ErrorCode.NO_RESOURCE, ErrorCode.ENDPOINT_NOT_EMPTY);
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

    private static List<Answer> allAtOnce(List<Supplier<Answer>> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        List<Future<Answer>> running = new ArrayList<>();
        for (Supplier<Answer> request : requests) {
            running.add(POOL.submit(() -> {
                start.await();
                return request.get();
            }));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : running) {
            answers.add(answer.get());
        }
        return answers;
    }
}
