package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @Test
    void aStartThatFailsLeavesNothingInTheFolder(@TempDir Path folder) throws IOException {
        Path damaged = Files.writeString(folder.resolve("fabrickit.mv.db"), "H:2,format:9");

        assertThatThrownBy(() -> Stub.start(Database.folder(folder)).close()).isNotNull();

        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(damaged));
    }
}
