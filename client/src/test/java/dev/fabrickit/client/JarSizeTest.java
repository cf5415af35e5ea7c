package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weighs what was built, with all that comes along. Runs once the jar exists. */
class JarSizeTest {
    private static final long LIMIT = 4_000_000;

    @Test
    void theClientAndItsDependenciesAreSmall() throws IOException {
        assumeTrue(System.getProperty("jar") != null, "there is no jar before packaging");
        String dependencies = Files.readString(Path.of(System.getProperty("runtime.classpath")))
                .strip();
        List<Path> jars = new ArrayList<>(List.of(Path.of(System.getProperty("jar"))));
        Arrays.stream(dependencies.split(File.pathSeparator)).map(Path::of).forEach(jars::add);

        long sum = 0;
        for (Path jar : jars) {
            System.out.println(jar.getFileName() + ": " + Files.size(jar) + " bytes");
            sum += Files.size(jar);
        }
        System.out.println("Together: " + sum + " bytes");

        assertThat(jars).hasSizeGreaterThan(5).allMatch(jar -> jar.toString().endsWith(".jar"));
        assertThat(sum).isLessThan(LIMIT);
    }
}
