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

    public static Deployment start(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "fabrickit.delay.endpoint", "0s", "fabrickit.delay.service", "0s", "fabrickit.delay.token", "0s"));
        all.putAll(settings);
        Stub stub = Stub.start(all);
        Sandbox sandbox = Sandbox.in(new Sender(stub.uri(), stub.token()));
        String endpoint = sandbox.createEndpoint("one", 0, 1).id();
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
