package dev.fabrickit.conformance.scene;

import dev.fabrickit.conformance.run.Run;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Names that no other scenario has, and that tell whose they are. */
public final class Names {
    private static final AtomicInteger SCENARIOS = new AtomicInteger();

    private final String stem =
            Objects.requireNonNullElse(Run.current().means().prefix(), "") + "s" + SCENARIOS.incrementAndGet() + "-";
    private int given;

    /** The scenario's own form of a name that a feature spells out. */
    public String own(String name) {
        return stem + name;
    }

    /** A name that nothing has. It is long enough for whatever needs a name. */
    public String fresh() {
        given++;
        return stem + "Item-" + given;
    }

    /** A name as long as another one that probably nothing has. */
    public static String unlike(String name) {
        return ThreadLocalRandom.current()
                .ints(name.length(), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What all names of the scenario begin with. */
    public String stem() {
        return stem;
    }
}
