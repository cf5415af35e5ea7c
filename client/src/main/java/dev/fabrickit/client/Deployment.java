package dev.fabrickit.client;

import dev.fabrickit.client.schema.ChatCompletionRequest;

/**
 * What a {@link Procedure} has made: a running inference service with all that it stands on, and the first answer. Close it,
 * best with try-with-resources: that deletes the four again, the last first, and waits until they are gone.
 */
public final class Deployment implements AutoCloseable {
    private final FabricClient client;
    private final Ids ids;
    private final ChunkStream answer;
    private final Cleanup cleanup;

    Deployment(FabricClient client, Ids ids, ChunkStream answer, Cleanup cleanup) {
        this.client = client;
        this.ids = ids;
        this.answer = answer;
        this.cleanup = cleanup;
    }

    record Ids(String workspace, String endpoint, String model, String instance) {}

    /** The workspace of step 1. */
    public String workspaceId() {
        return ids.workspace;
    }

    /** The endpoint of step 2. */
    public String endpointId() {
        return ids.endpoint;
    }

    /** The model of step 3. */
    public String modelId() {
        return ids.model;
    }

    /** The inference service of step 4. */
    public String instanceId() {
        return ids.instance;
    }

    /** The answer of step 5. Read it before you close this. */
    public ChunkStream answer() {
        return answer;
    }

    /** Sends another chat to the service, as {@link FabricClient#invokeModelService} does. */
    public ChunkStream invoke(ChatCompletionRequest request) {
        return client.invokeModelService(ids.workspace, ids.instance, request);
    }

    /** Asks another question, as {@link FabricClient#ask} does. */
    public String ask(String question) {
        return client.ask(ids.workspace, ids.instance, question);
    }

    /**
     * Deletes what was made. What does not exist any more is passed over. When a deletion fails the others are tried all the
     * same. An interrupt of the thread keeps nothing from being deleted; it is set again afterwards. Closing once more tries
     * again what failed, and nothing else.
     *
     * @throws FabricException the first failure, with the others suppressed
     */
    @Override
    public void close() {
        cleanup.close();
    }
}
