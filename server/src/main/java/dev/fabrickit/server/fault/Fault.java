package dev.fabrickit.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.seam.Interference;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One fault, which requests it strikes and how often. The same seed strikes the same requests of a series. */
public final class Fault {
    private final JsonNode definition;
    private final @Nullable String operation;
    private final @Nullable String path;
    private final long times;
    private final double probability;
    private final Random chance;
    private final Interference effect;
    private long struck;

    Fault(
            JsonNode definition,
            @Nullable String operation,
            @Nullable String path,
            long times,
            double probability,
            long seed,
            Interference effect) {
        this.definition = definition;
        this.operation = operation;
        this.path = path;
        this.times = times;
        this.probability = probability;
        this.chance = new Random(seed);
        this.effect = effect;
    }

    /** Whether it strikes this request; asked once for each. */
    synchronized boolean strikes(String askedOperation, String askedPath) {
        boolean matches =
                (operation == null || operation.equals(askedOperation)) && (path == null || askedPath.contains(path));
        if (!matches || struck == times || chance.nextDouble() >= probability) {
            return false;
        }
        struck++;
        return true;
    }

    /** It did not come to it with a request that it was to strike. */
    synchronized void spare() {
        struck--;
    }

    Interference effect() {
        return effect;
    }

    /** As it was given. */
    public JsonNode definition() {
        return definition;
    }

    /** How many requests it has struck, those among them that it is about to strike. */
    public synchronized long struck() {
        return struck;
    }
}
