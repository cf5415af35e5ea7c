package dev.fabrickit.api;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fabrickit.api.Element.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The contract, and its examples by file name. */
record Contract(String text, ObjectNode document, Map<String, String> examples) {

    static final Contract OURS = read();

    record Operation(String id, String method, String path, ObjectNode node, JsonNode pathItem) {

        List<String> statuses(String digit) {
            return node.path("responses").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(status -> status.matches(digit + ".*"))
                    .toList();
        }
    }

    private static Contract read() {
        Path file = Path.of(System.getProperty("basedir", "."), "openapi.yaml");
        try (Stream<Path> files = Files.list(file.resolveSibling("examples"))) {
            String text = Files.readString(file);
            Map<String, String> examples = new TreeMap<>();
            for (Path example : files.toList()) {
                examples.put(example.getFileName().toString(), Files.readString(example));
            }
            ObjectMapper yaml = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
            return new Contract(text, (ObjectNode) yaml.readTree(text), examples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        return elements(Kind.PATH)
                .flatMap(path -> path.children()
                        .filter(child -> child.kind() == Kind.OPERATION)
                        .map(child -> new Operation(
                                child.name(),
                                child.pointer().substring(child.pointer().lastIndexOf('/') + 1),
                                path.name(),
                                child.node(),
                                path.node())))
                .toList();
    }

    /** What a reference names, or a missing node. */
    JsonNode target(String reference) {
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : MissingNode.getInstance();
    }

    /** Every element once, at the place where it is written. */
    Stream<Element> elements() {
        return walk(Stream.of(Element.of(document)), false).values().stream();
    }

    Stream<Element> elements(Kind kind) {
        return elements().filter(element -> element.kind() == kind);
    }

    /** By pointer, every element that elements of these kinds lead to, references followed. */
    Map<String, Element> reachableFrom(Kind... kinds) {
        Set<Kind> starts = Set.of(kinds);
        return walk(elements().filter(element -> starts.contains(element.kind())), true);
    }

    private Map<String, Element> walk(Stream<Element> starts, boolean followReferences) {
        Map<String, Element> seen = new LinkedHashMap<>();
        starts.forEach(start -> walk(start, followReferences, seen));
        return seen;
    }

    private void walk(Element element, boolean followReferences, Map<String, Element> seen) {
        if (seen.putIfAbsent(element.pointer(), element) != null) {
            return;
        }
        element.children().forEach(child -> walk(child, followReferences, seen));
        String reference = element.node().path("$ref").asText();
        if (followReferences && target(reference) instanceof ObjectNode target) {
            walk(Element.component(element.kind(), reference.substring(1), target), true, seen);
        }
    }
}
