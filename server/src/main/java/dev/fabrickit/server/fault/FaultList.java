package dev.fabrickit.server.fault;

import dev.fabrickit.server.lifecycle.AllGone;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** The faults in force, by their names. */
@Singleton
@Requires(property = FaultReader.ENABLED, value = "true")
public class FaultList {
    private volatile Map<String, Fault> faults = Map.of();

    public Map<String, Fault> all() {
        return faults;
    }

    /** Puts it in the place of the one of that name. It begins to count anew. */
    public synchronized void put(String name, Fault fault) {
        Map<String, Fault> changed = new TreeMap<>(faults);
        changed.put(name, fault);
        faults = changed;
    }

    public synchronized void remove(String name) {
        Map<String, Fault> changed = new TreeMap<>(faults);
        changed.remove(name);
        faults = changed;
    }

    public synchronized void clear() {
        faults = Map.of();
    }

    @EventListener
    void forget(AllGone all) {
        clear();
    }
}
