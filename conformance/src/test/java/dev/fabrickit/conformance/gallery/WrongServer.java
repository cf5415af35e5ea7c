package dev.fabrickit.conformance.gallery;

import dev.fabrickit.server.seam.Interference;
import dev.fabrickit.server.seam.Rule;
import java.util.Set;

/**
 * A server that is wrong in one way.
 *
 * @param name what is wrong with it, as one reads it in a test's name
 * @param caughtBy the requirements that name the fault: each of them fails
 * @param alsoFails the requirements that cannot pass on such a server, though they name something else
 * @param broken the rules it breaks
 * @param interferences what it does to requests, answers and events
 */
record WrongServer(
        String name, Set<String> caughtBy, Set<String> alsoFails, Set<Rule> broken, Interference... interferences) {

    static WrongServer breaking(Rule rule, String... caughtBy) {
        return new WrongServer(rule.name(), Set.of(caughtBy), Set.of(), Set.of(rule));
    }

    static WrongServer that(String name, Interference interference, String... caughtBy) {
        return new WrongServer(name, Set.of(caughtBy), Set.of(), Set.of(), interference);
    }

    /** The same, of which other requirements fail as well. */
    WrongServer alsoFailing(String... others) {
        return new WrongServer(name, caughtBy, Set.of(others), broken, interferences);
    }

    @Override
    public String toString() {
        return name;
    }
}
