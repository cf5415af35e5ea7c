package dev.fabrickit.client.api;

/**
 * Carries out calls. {@code FabricClient} brings one that speaks HTTP; implement it yourself to test code that uses the
 * generated classes without a server.
 */
public interface Caller {
    /**
     * Makes a call whose answer has a body.
     *
     * @param answer the type of the body
     * @return the body, never null
     */
    <T> T call(Call call, Class<T> answer);

    /** Makes a call whose answer has no body. */
    void call(Call call);
}
