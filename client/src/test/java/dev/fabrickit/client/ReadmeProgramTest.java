package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Stub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program at the beginning of the README runs as it stands there. */
@Timeout(120)
class ReadmeProgramTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\n(import .*?)```", Pattern.DOTALL);

    @Test
    void theProgramOfTheReadmePrintsAnAnswer(@TempDir Path folder) throws IOException, InterruptedException {
        Matcher program = PROGRAM.matcher(Files.readString(Path.of("README.md")));
        assertThat(program.find()).isTrue();
        Path source = Files.writeString(folder.resolve("Hello.java"), program.group(1));
        Path printed = folder.resolve("printed.txt");

        try (Stub stub = Stub.start()) {
            Process java = new ProcessBuilder(command(source, stub))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            boolean ended = java.waitFor(90, TimeUnit.SECONDS);
            java.destroyForcibly();

            assertThat(printed).content().contains("You said: hello");
            assertThat(ended).isTrue();
            assertThat(java.exitValue()).isZero();
        }
    }

    private static List<String> command(Path source, Stub stub) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString(),
                stub.uri().toString(),
                stub.token());
    }
}
