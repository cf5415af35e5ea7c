package dev.fabrickit.conformance.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/**
 * The program, run in this process.
 *
 * @param exitCode what it ended with
 * @param out all it printed, to both outputs
 */
public record Program(int exitCode, String out) {

    public static Program run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(capture);
        System.setErr(capture);
        try {
            int exitCode = Fabrickit.run(args);
            return new Program(exitCode, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** The outcome of each requirement, by its id, as the report in a folder tells it. */
    public static Map<String, String> outcomes(Path folder) throws IOException {
        Map<String, Object> report = new Yaml().load(Files.readString(folder.resolve("conformance-report.yaml")));
        Map<String, String> outcomes = new TreeMap<>();
        ((List<?>) report.get("requirements"))
                .forEach(entry -> outcomes.put(
                        ((Map<?, ?>) entry).get("id").toString(),
                        ((Map<?, ?>) entry).get("outcome").toString()));
        return outcomes;
    }
}
