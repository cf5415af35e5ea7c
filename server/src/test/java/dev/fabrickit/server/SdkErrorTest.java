package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.exception.ServerResponseException;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.dataartsfabric.v1.DataArtsFabricClient;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CleanupModelRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateWorkspaceRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.CreateWorkspaceRequestInput;
import com.huaweicloud.sdk.dataartsfabric.v1.model.DeleteEndpointRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.DeleteWorkspaceRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListFeaturesRequest;
import com.huaweicloud.sdk.dataartsfabric.v1.model.ListSpecsRequest;
import com.huaweicloud.sdk.dataartsfabricep.v1.model.ShowServiceInstanceDetailRequest;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Every error becomes the official SDK's own exception, with all that it can tell. */
class SdkErrorTest {
    private static final AtomicReference<@Nullable ErrorCode> NEXT = new AtomicReference<>();

    @RegisterExtension
    static final StubDriver STUB = new StubDriver().atPresent().interferedBy(new Interference() {
        @Override
        public Mono<MutableHttpResponse<?>> request(HttpRequest<?> request) {
            ErrorCode code = NEXT.getAndSet(null);

            return code == null ? Mono.empty() : Mono.error(new Refusal(code, "what is wrong: 推理", "what to do"));
        }
    });

    private final OfficialSdk sdk = OfficialSdk.of(STUB.uri());
    private final DataArtsFabricClient admin = sdk.admin();

    @ParameterizedTest
    @EnumSource
    void everyErrorCodeIsRead(ErrorCode code) {
        NEXT.set(code);

        ServiceResponseException problem = mustRefuse(code, () -> admin.listSpecs(new ListSpecsRequest()));

        assertThat(problem.getErrorMsg()).isEqualTo("what is wrong: 推理");
        assertThat(problem)
                .isInstanceOf(
                        code.status().getCode() < 500 ? ClientRequestException.class : ServerResponseException.class);
    }

    @Test
    void whatIsNotThereIsMissed() {
        String nowhere = UUID.randomUUID().toString();
        String workspace = sdk.createWorkspace();

        mustRefuse(
                ErrorCode.NO_WORKSPACE,
                () -> admin.deleteWorkspace(new DeleteWorkspaceRequest().withWorkspaceId(nowhere)));
        mustRefuse(
                ErrorCode.NO_RESOURCE,
                () -> admin.cleanupModel(
                        new CleanupModelRequest().withWorkspaceId(workspace).withModelId(nowhere)));
        mustRefuse(
                ErrorCode.NO_RESOURCE,
                () -> sdk.ep()
                        .showServiceInstanceDetail(new ShowServiceInstanceDetailRequest()
                                .withWorkspaceId(workspace)
                                .withInstanceId(nowhere)));
        mustRefuse(ErrorCode.NO_PATH, () -> admin.listFeatures(new ListFeaturesRequest()));
    }

    @Test
    void whatIsInUseIsKept() {
        String workspace = sdk.createWorkspace();
        String endpoint = sdk.createEndpoint(workspace);
        String model = sdk.createModel(workspace).getId();
        sdk.deploy(workspace, endpoint, model);

        mustRefuse(
                ErrorCode.WORKSPACE_NOT_EMPTY,
                () -> admin.deleteWorkspace(new DeleteWorkspaceRequest().withWorkspaceId(workspace)));
        mustRefuse(
                ErrorCode.ENDPOINT_NOT_EMPTY,
                () -> admin.deleteEndpoint(
                        new DeleteEndpointRequest().withWorkspaceId(workspace).withEndpointId(endpoint)));
        mustRefuse(
                ErrorCode.MODEL_IN_USE,
                () -> admin.cleanupModel(
                        new CleanupModelRequest().withWorkspaceId(workspace).withModelId(model)));
        mustRefuse(ErrorCode.ENDPOINT_FULL, () -> sdk.deploy(workspace, endpoint, model));
        mustRefuse(ErrorCode.NAME_TAKEN, () -> sdk.createEndpoint(workspace));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(mustRefuse(ErrorCode.INVALID_REQUEST, () -> create("abc", ""))
                        .getErrorMsg())
                .contains("name", "4");
    }

    /** The SDK sends its bodies in chunks, so nobody knows their length before. */
    @Test
    void whatIsTooLargeIsRefused() {
        mustRefuse(ErrorCode.TOO_LARGE, () -> create("large", "x".repeat(13_000_000)));
    }

    @Test
    void whoIsUnknownIsKeptOut() {
        OfficialSdk forger = OfficialSdk.of(STUB.uri(), Stub.DEVELOPMENT_ACCESS_KEY, "another-secret-key");

        mustRefuse(ErrorCode.NO_CREDENTIALS, forger::createWorkspace);
        mustRefuse(
                ErrorCode.WRONG_TOKEN,
                () -> admin.listSpecsInvoker(new ListSpecsRequest())
                        .addHeader("X-Auth-Token", "another")
                        .invoke());
    }

    private void create(String name, String description) {
        admin.createWorkspace(new CreateWorkspaceRequest()
                .withBody(new CreateWorkspaceRequestInput().withName(name).withDescription(description)));
    }

    private static ServiceResponseException mustRefuse(ErrorCode code, ThrowingCallable call) {
        ServiceResponseException problem = catchThrowableOfType(ServiceResponseException.class, call);
        assertThat(problem).isNotNull();
        assertThat(problem.getHttpStatusCode()).isEqualTo(code.status().getCode());
        assertThat(problem.getErrorCode()).isEqualTo(code.code());
        assertThat(problem.getErrorMsg()).isNotEmpty();
        assertThat(problem.getRequestId()).endsWith("-fabrickit");
        return problem;
    }
}
