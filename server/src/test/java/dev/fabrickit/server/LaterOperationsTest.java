package dev.fabrickit.server;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this version cannot do yet. An operation leaves this list when it is there, and the class when all are. */
class LaterOperationsTest {
    static final List<String> OPERATIONS = List.of(
            "updateWorkspace",
            "updateEndpoint",
            "updateModelDefinition",
            "listModelVersions",
            "deleteModelVersion",
            "updateServiceInstance");

    @RegisterExtension
    static final StubDriver STUB = new StubDriver();

    static Stream<Contract.Promise> operations() {
        return OPERATIONS.stream().map(Contract::operation);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationOfALaterVersionSaysSo(Contract.Promise operation) {
        String path = operation.pathWith(UUID.randomUUID().toString());

        STUB.sender().send(operation.verb(), path, operation.exampleBody()).mustBeError(501, "common.00000501");
    }
}
