package dev.fabrickit.conformance.gallery;

import dev.fabrickit.server.seam.Interference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A server that differs from the stub only where the documents leave it free.
 *
 * @param name how it differs, as one reads it in a test's name
 * @param full whether even the whole contract leaves that open
 * @param settings the stub's, where they differ
 * @param framing how it puts its answers into bytes
 * @param interferences what it does to requests, answers and events
 */
record CorrectVariant(
        String name, boolean full, Map<String, Object> settings, Framing framing, Interference... interferences) {

    static CorrectVariant that(String name, Interference... interferences) {
        return new CorrectVariant(name, false, Map.of(), Framing.PLAIN, interferences);
    }

    static CorrectVariant framed(String name, Framing framing) {
        return new CorrectVariant(name, true, Map.of(), framing);
    }

    CorrectVariant set(String setting, Object value) {
        Map<String, Object> more = new TreeMap<>(settings);
        more.put(setting, value);
        return new CorrectVariant(name, full, more, framing, interferences);
    }

    /** The same, to be asked for the whole contract as well. */
    CorrectVariant inFull() {
        return new CorrectVariant(name, true, settings, framing, interferences);
    }

    /** One that differs in all these ways at once: what alters the text of events or the coding of bodies comes last. */
    static CorrectVariant all(String name, List<CorrectVariant> variants) {
        Map<String, Object> settings = new TreeMap<>();
        variants.forEach(variant -> settings.putAll(variant.settings));
        Framing framing = variants.stream()
                .map(CorrectVariant::framing)
                .filter(one -> one != Framing.PLAIN)
                .findFirst()
                .orElse(Framing.PLAIN);
        Interference[] interferences = variants.stream()
                .flatMap(variant -> Stream.of(variant.interferences))
                .toArray(Interference[]::new);
        return new CorrectVariant(
                name, variants.stream().allMatch(CorrectVariant::full), settings, framing, interferences);
    }

    @Override
    public String toString() {
        return name;
    }
}
