package dev.fabrickit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.Main;
import dev.fabrickit.server.Database;
import dev.fabrickit.server.Stub;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder of data that cannot be used is named, with the reason and the way out, and is left as it is. */
@Timeout(60)
class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_that_another_stub_uses_exits_2() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--data",
                        folder.toString())
                .redirectError(Redirect.DISCARD)
                .start();
        try (BufferedReader out = other.inputReader()) {
            assertThat(out.readLine()).startsWith("The stub answers");
            mustRefuse("another stub is using the data in " + folder);
            assertThat(folder).isDirectoryNotContaining("glob:**trace*");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_folder_of_a_newer_version_exits_2() throws SQLException {
        Map<String, Object> settings = Database.folder(folder);
        Stub.start(settings).close();
        String url = (String) settings.get("datasources.default.url");
        try (Connection data = DriverManager.getConnection(url, "sa", "");
                Statement statement = data.createStatement()) {
            assertThat(statement.executeUpdate("""
                            INSERT INTO "flyway_schema_history"
                            SELECT 99, '99', 'from the future', type, script, checksum, installed_by, installed_on, 0, true
                            FROM "flyway_schema_history" WHERE "version" = '1'
                            """)).isEqualTo(1);
        }
        mustRefuse("what is kept in " + folder + " is of a newer version of this program");
    }

    @Test
    void a_folder_with_a_damaged_file_exits_2() throws IOException {
        Path file = Files.writeString(folder.resolve("fabrickit.mv.db"), "H:2,format:9");
        mustRefuse("the data in " + folder + " cannot be read");
        assertThat(file).hasContent("H:2,format:9");
    }

    @Test
    void a_folder_that_nobody_can_write_to_exits_2() {
        folder = Path.of("/proc");
        mustRefuse("--data is /proc, but cannot be a folder to write to");
    }

    private void mustRefuse(String said) {
        Program program = Program.run("serve", "--data", folder.toString());
        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.out()).contains(said).doesNotContain("\tat ", "[9");
        assertThat(program.out().lines()).hasSizeLessThan(4);
    }
}
