package dev.fabrickit.client;

/**
 * Is told of every attempt of every call, for a log or a metric. Called on the thread that made the call, before it goes on:
 * be quick. What a listener throws is logged and has no other effect.
 */
@FunctionalInterface
public interface CallListener {
    /** Called when an answer has begun or an attempt has failed. What happens later in a stream is not reported. */
    void called(CallReport report);
}
