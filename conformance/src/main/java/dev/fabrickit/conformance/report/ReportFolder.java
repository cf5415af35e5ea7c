package dev.fabrickit.conformance.report;

import dev.fabrickit.conformance.run.Journal;
import dev.fabrickit.conformance.wire.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a run leaves its reports. */
public record ReportFolder(Path path) {
    static final String YAML = "conformance-report.yaml";
    private static final String SUMMARY = "summary.md";
    private static final String HTML = "cucumber.html";
    private static final String MESSAGES = "cucumber.ndjson";
    private static final String JUNIT = "junit.xml";
    private static final String HAR = "wire.har";
    private static final List<String> REPORTS = List.of(SUMMARY, YAML, JUNIT, HAR, HTML, MESSAGES);

    /**
     * Makes the folder when it is missing.
     *
     * @throws IOException when it cannot be written to; the message says why
     */
    public static ReportFolder at(Path path) throws IOException {
        if (path.toString().contains(",") || path.toString().isBlank()) {
            throw new IOException("its name must not be blank or contain a comma");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IOException("it is a file");
        }
        Files.createDirectories(path);
        // Whatever becomes of this run, its folder must not tell of an earlier one.
        for (String report : REPORTS) {
            Files.deleteIfExists(path.resolve(report));
        }
        Files.delete(Files.createTempFile(path, "probe", ""));
        return new ReportFolder(path);
    }

    /** As Cucumber's option for plugins. */
    public String plugins() {
        return String.join(
                ",",
                HtmlReport.class.getName() + ":" + path.resolve(HTML),
                MessageReport.class.getName() + ":" + path.resolve(MESSAGES),
                Progress.class.getName());
    }

    /**
     * Opens the archive of all exchanges.
     *
     * @param version of the suite
     */
    public WireHar har(String version) {
        try {
            return new WireHar(path.resolve(HAR), version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins the journal of a run. It has a name of its own: an earlier run's may still be needed.
     *
     * @param prefix what the names of the run begin with; may be empty
     */
    public Journal journal(String prefix, Target target) throws IOException {
        String name = prefix.isEmpty() ? "journal" : "journal-" + prefix.replaceAll("-$", "");
        return new Journal(path.resolve(name + ".ndjson"), prefix, target.toString());
    }

    /** Writes what is made of the run as a whole. Secrets are taken out of everything here, too. */
    public void write(Report report) {
        write(report, YAML, ReportYaml.of(report));
        write(report, SUMMARY, Summary.of(report));
        write(report, JUNIT, JUnitXml.of(report));
    }

    private void write(Report report, String name, String text) {
        try {
            Files.writeString(path.resolve(name), report.run().target().masked(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.toAbsolutePath().normalize() + " (begin with " + SUMMARY + ")";
    }
}
