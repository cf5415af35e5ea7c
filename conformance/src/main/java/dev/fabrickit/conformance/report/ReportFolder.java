package dev.fabrickit.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a run leaves its reports. */
public record ReportFolder(Path path) {
    private static final String HTML = "cucumber.html";
    private static final String MESSAGES = "cucumber.ndjson";
    private static final String JUNIT = "junit.xml";
    private static final List<String> REPORTS = List.of(HTML, MESSAGES, JUNIT);

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
                "html:" + path.resolve(HTML),
                "message:" + path.resolve(MESSAGES),
                "junit:" + path.resolve(JUNIT),
                Progress.class.getName());
    }

    @Override
    public String toString() {
        return path.toAbsolutePath().normalize() + " (" + String.join(", ", REPORTS) + ")";
    }
}
