package dev.fabrickit.server.invocation.engine;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Map;

/** Makes engines of one kind as the configuration wants them. */
public interface EngineKind {
    /** What the configuration calls it. */
    String name();

    /**
     * Makes an engine.
     *
     * @param key where its settings stand, for messages
     * @throws ConfigurationException when they are wrong; the message names the key
     */
    Engine make(String key, Map<String, Object> settings);
}
