package dev.fabrickit.server.invocation.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fabrickit.server.error.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataEventsTest {
    private static final String STREAM =
            ": hi\n\ndata: one\n\nevent: e\nid: 1\ndata:two\ndata: 推理🚀\n\n\ndata: three\n\ndata: cut";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void dataIsFoundWhateverTheLineEndAndHoweverTheBytesAreDivided(String lineEnd) {
        byte[] bytes = STREAM.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            DataEvents events = new DataEvents();
            List<String> found = new ArrayList<>();
            for (int from = 0; from < bytes.length; from += size) {
                found.addAll(events.read(List.of(ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from)))));
            }
            assertThat(found).as("%d bytes at a time", size).containsExactly("one", "two\n推理🚀", "three");
        }
    }

    @Test
    void aLineWithoutEndIsGivenUp() {
        DataEvents events = new DataEvents();
        byte[] million = new byte[1_000_000];

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 5; i++) {
                        events.read(List.of(ByteBuffer.wrap(million)));
                    }
                })
                .isInstanceOf(Refusal.class);
    }
}
