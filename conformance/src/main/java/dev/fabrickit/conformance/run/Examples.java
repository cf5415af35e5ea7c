package dev.fabrickit.conformance.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What became of the examples so far. */
public final class Examples {
    private final List<Consumer<Example>> listeners = new ArrayList<>();
    private final List<Example> all = new ArrayList<>();

    /** From now on hands each example on, one at a time, with all that passed the wire. */
    public synchronized void listen(Consumer<Example> listener) {
        listeners.add(listener);
    }

    /** Adds one that is over. */
    public synchronized void add(Example example) {
        listeners.forEach(listener -> listener.accept(example));
        all.add(example.lean());
    }

    /** In the order they came to their ends. */
    public synchronized List<Example> all() {
        return List.copyOf(all);
    }

    /** Those that bear a tag. */
    public synchronized List<Example> tagged(String tag) {
        return all.stream().filter(example -> example.tags().contains(tag)).toList();
    }
}
