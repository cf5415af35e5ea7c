package dev.fabrickit.conformance.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A {@code conformance-report.yaml} that an earlier run has left. */
public record PastReport(
        int format,
        String suite,
        Contract contract,
        String target,
        String profile,
        List<String> without,
        @Nullable String tags,
        List<Entry> requirements) {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    record Contract(String version, String sha256) {}

    record Entry(
            String id,
            String text,
            String outcome,
            @Nullable String reason) {}

    /**
     * Reads a report.
     *
     * @param place the file, or the folder that it is in
     * @throws IOException when it cannot be read, is no report, or is one of another format; the message names the file
     */
    public static PastReport read(Path place) throws IOException {
        Path file = Files.isDirectory(place) ? place.resolve(ReportFolder.YAML) : place;
        try (Reader text = Files.newBufferedReader(file)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            if (!(document instanceof Map<?, ?> map) || !(map.get("format") instanceof Integer format)) {
                throw new IOException(file + " is no report of fabrickit: it has no format");
            }
            if (format != ReportYaml.FORMAT) {
                throw new IOException(file + " is a report of format " + format + ", and this program reads format "
                        + ReportYaml.FORMAT + ". Compare reports of one version of the suite.");
            }
            PastReport report = JSON.convertValue(document, PastReport.class);
            if (report.requirements() == null || report.contract() == null) {
                throw new IOException(file + " is no report of fabrickit: it has no requirements or no contract");
            }
            return report;
        } catch (NoSuchFileException e) {
            throw new IOException(file + " does not exist", e);
        } catch (YAMLException | IllegalArgumentException e) {
            throw new IOException(file + " is no report of fabrickit: it cannot be read as one", e);
        }
    }

    /** What the outcomes depend on beside the service. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("target", target);
        facts.put("profile", profile);
        facts.put("suite", suite);
        facts.put("contract", contract.version() + ", sha256 " + contract.sha256());
        facts.put("without", String.join(",", without == null ? List.of() : without));
        facts.put("tags", tags == null ? "" : tags);
        return facts;
    }

    Map<String, Entry> byId() {
        Map<String, Entry> byId = new LinkedHashMap<>();
        requirements.forEach(entry -> byId.put(entry.id(), entry));
        return byId;
    }
}
