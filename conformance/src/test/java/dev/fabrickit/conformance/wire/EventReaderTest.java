package dev.fabrickit.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void any_line_end_will_do(String end) throws IOException {
        assertThat(read("data: a" + end + end + "data: b" + end + end)).containsExactly("a", "b");
    }

    @Test
    void only_the_first_blank_after_the_colon_is_dropped() throws IOException {
        assertThat(read("data:a\n\ndata:  b\n\ndata\n\n")).containsExactly("a", " b", "");
    }

    @Test
    void several_data_lines_are_one_text() throws IOException {
        assertThat(read("data: {\ndata: }\n\n")).containsExactly("{\n}");
    }

    @Test
    void comments_and_other_fields_are_passed_over() throws IOException {
        assertThat(read(": alive\n\nevent: message\nid: 7\nretry: 10\ndata: a\n\n"))
                .containsExactly("a");
    }

    @Test
    void a_byte_order_mark_is_passed_over_at_the_start_only() throws IOException {
        assertThat(read("\uFEFFdata: a\n\n\uFEFFdata: b\n\n")).containsExactly("a");
    }

    @Test
    void an_event_that_no_blank_line_ends_is_dropped() throws IOException {
        assertThat(read("data: a\n\ndata: cut")).containsExactly("a");
    }

    @Test
    void an_event_is_handed_out_before_the_next_begins() throws IOException {
        try (PipedOutputStream server = new PipedOutputStream();
                PipedInputStream wire = new PipedInputStream(server)) {
            EventReader reader = new EventReader(wire);
            server.write("data: a\n\n".getBytes(StandardCharsets.UTF_8));
            assertThat(reader.next()).contains("a");
            server.write("data: b\n\n".getBytes(StandardCharsets.UTF_8));
            assertThat(reader.next()).contains("b");
        }
    }

    private static List<String> read(String stream) throws IOException {
        EventReader reader = new EventReader(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
        List<String> events = new ArrayList<>();
        for (Optional<String> event = reader.next(); event.isPresent(); event = reader.next()) {
            events.add(event.get());
        }
        return events;
    }
}
