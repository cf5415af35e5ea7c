package dev.fabrickit.conformance.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Known deviations of a target: requirements that it breaks, each with the reason why that is accepted. They do not fail a
 * run; one that passes now does, so that the list cannot outlive what it tells.
 *
 * <pre>{@code
 * - id: P1.4
 *   reason: fixed in release 12
 * }</pre>
 */
public record Baseline(Map<String, String> reasons) {
    public static final Baseline NONE = new Baseline(Map.of());

    private record Entry(String id, String reason) {}

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read, or an entry lacks its id or its reason; the message says which
     */
    public static Baseline read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            Object list = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            List<Entry> entries =
                    new ObjectMapper().convertValue(list == null ? List.of() : list, new TypeReference<>() {});
            Map<String, String> reasons = new LinkedHashMap<>();
            for (Entry entry : entries) {
                if (entry.id() == null
                        || entry.reason() == null
                        || entry.reason().isBlank()) {
                    throw new IOException("each entry needs an id and a reason, but one has " + entry);
                }
                reasons.put(entry.id(), entry.reason());
            }
            return new Baseline(reasons);
        } catch (YAMLException | IllegalArgumentException e) {
            throw new IOException("it must be a list of entries with id and reason", e);
        }
    }

    /** Why a requirement may be broken, if it may. */
    Optional<String> reasonFor(Finding finding) {
        return Optional.ofNullable(reasons.get(finding.requirement().id()));
    }
}
