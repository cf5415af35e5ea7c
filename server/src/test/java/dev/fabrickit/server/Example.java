package dev.fabrickit.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The request bodies that the contract gives as examples. */
final class Example {
    private Example() {}

    static ObjectNode tutorial(String operationId) {
        return request(operationId, "tutorial");
    }

    static ObjectNode request(String operationId, String name) {
        return read("examples/" + operationId + ".request." + name + ".json");
    }

    /** Reads an example by its path beside the contract. */
    static ObjectNode read(String path) {
        try (InputStream text = Example.class.getResourceAsStream("/dev/fabrickit/api/" + path)) {
            return (ObjectNode) Sender.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
