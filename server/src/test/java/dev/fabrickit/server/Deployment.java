package dev.fabrickit.server;

import java.util.HashMap;
import java.util.Map;

/**
 * A stub with one inference service that runs, for tests of other packages.
 *
 * @param endpoint the path of its endpoint
 * @param invocations the path to invoke it
 */
public record Deployment(Stub stub, String endpoint, String invocations) implements AutoCloseable {
    private static final int UNITS = 10;

    public static Deployment start(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "fabrickit.delay.endpoint", "0s", "fabrickit.delay.service", "0s", "fabrickit.delay.token", "0s"));
        all.putAll(settings);
        Stub stub = Stub.start(all);
        Sandbox sandbox = Sandbox.in(new Sender(stub.uri(), stub.token()));
        // All of its units run from the beginning: nobody waits for a slot.
        String endpoint = sandbox.createEndpoint("ten", UNITS, UNITS).id();
        String service = sandbox.deploy(sandbox.createModel().id(), endpoint).id();
        return new Deployment(stub, sandbox.endpoint(endpoint), sandbox.service(service) + "/invocations");
    }

    public int port() {
        return stub.uri().getPort();
    }

    /** What the stub answers to a chat request. */
    public String invoke(String body) {
        return new Sender(stub.uri(), stub.token())
                .post(invocations, body)
                .mustBe(200)
                .body();
    }

    @Override
    public void close() {
        stub.close();
    }
}
