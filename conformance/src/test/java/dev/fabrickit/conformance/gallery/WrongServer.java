package dev.fabrickit.conformance.gallery;

import dev.fabrickit.server.seam.Interference;
import dev.fabrickit.server.seam.Rule;
import java.util.Map;
import java.util.Set;

/**
 * A server that is wrong in one way.
 *
 * @param name what is wrong with it, as one reads it in a test's name
 * @param caughtBy the requirements that name the fault: each of them fails
 * @param alsoFails the requirements that cannot pass on such a server, though they name something else
 * @param spoils whether hardly anything can be asked of such a server any more
 * @param settings what it is started with
 * @param broken the rules it breaks
 * @param interferences what it does to requests, answers and events
 */
record WrongServer(
        String name,
        Set<String> caughtBy,
        Set<String> alsoFails,
        boolean spoils,
        Map<String, Object> settings,
        Set<Rule> broken,
        Interference... interferences) {

    static WrongServer breaking(Rule rule, String... caughtBy) {
        return new WrongServer(rule.name(), Set.of(caughtBy), Set.of(), false, Map.of(), Set.of(rule));
    }

    static WrongServer that(String name, Interference interference, String... caughtBy) {
        return new WrongServer(name, Set.of(caughtBy), Set.of(), false, Map.of(), Set.of(), interference);
    }

    /** The same, of which other requirements fail as well. */
    WrongServer alsoFailing(String... others) {
        return new WrongServer(name, caughtBy, Set.of(others), spoils, settings, broken, interferences);
    }

    /** The same, of which so much else fails that only what names the fault is asked for. */
    WrongServer spoiling() {
        return new WrongServer(name, caughtBy, alsoFails, true, settings, broken, interferences);
    }

    /** The same, whose endpoints and inference services take their time. */
    WrongServer slow() {
        Map<String, Object> delays = Map.of("fabrickit.delay.endpoint", "300ms", "fabrickit.delay.service", "300ms");
        return new WrongServer(name, caughtBy, alsoFails, spoils, delays, broken, interferences);
    }

    @Override
    public String toString() {
        return name;
    }
}
