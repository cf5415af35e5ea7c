package dev.fabrickit.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run leaves its reports. */
public record ReportFolder(Path path) {

    /**
     * Makes the folder when it is missing.
     *
     * @throws IOException when it cannot be written to; the message says why
     */
    public static ReportFolder at(Path path) throws IOException {
        if (path.toString().contains(",")) {
            throw new IOException("its name must not contain a comma");
        }
        Files.createDirectories(path);
        Files.delete(Files.createTempFile(path, "probe", ""));
        return new ReportFolder(path);
    }

    /** As Cucumber's option for plugins. */
    public String plugins() {
        return String.join(
                ",",
                "html:" + path.resolve("cucumber.html"),
                "message:" + path.resolve("cucumber.ndjson"),
                "junit:" + path.resolve("junit.xml"),
                Progress.class.getName());
    }

    @Override
    public String toString() {
        return path.toAbsolutePath().normalize() + " (cucumber.html, cucumber.ndjson, junit.xml)";
    }
}
