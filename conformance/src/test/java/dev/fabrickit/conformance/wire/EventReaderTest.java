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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "'data: a\r\n\n', it ends with CR",
        "'data:a\n\n', there is no blank",
        "'data: a\ndata: b\n\n', 2 lines of data",
        "'event: x\ndata: a\n\n', neither data nor a comment: event: x",
        "'\uFEFFdata: a\n\n', byte order mark",
    })
    void what_is_spelt_in_a_rarer_way_is_noted(String stream, String oddity) throws IOException {
        EventReader reader = reader(stream.translateEscapes().getBytes(StandardCharsets.UTF_8));
        assertThat(reader.next()).isPresent();
        assertThat(reader.oddities()).singleElement().asString().contains(oddity);
    }

    @Test
    void comments_and_plain_events_are_nothing_to_note() throws IOException {
        EventReader reader = reader(": alive\n\ndata: é\n\n".getBytes(StandardCharsets.UTF_8));
        assertThat(reader.next()).contains("é");
        assertThat(reader.next()).isEmpty();
        assertThat(reader.oddities()).isEmpty();
        assertThat(reader.undecodable()).isEmpty();
        assertThat(reader.isCut()).isFalse();
    }

    @Test
    void what_is_no_utf_8_is_noted() throws IOException {
        EventReader reader = reader("data: é\n\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(reader.next()).contains("\uFFFD");
        assertThat(reader.undecodable()).singleElement().asString().contains("line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: a\n\ndata: b", "data: a\n\ndata: b\n"})
    void an_end_within_an_event_is_a_cut(String stream) throws IOException {
        EventReader reader = reader(stream.getBytes(StandardCharsets.UTF_8));
        assertThat(reader.next()).contains("a");
        assertThat(reader.isCut()).isFalse();
        assertThat(reader.next()).isEmpty();
        assertThat(reader.isCut()).isTrue();
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

    private static EventReader reader(byte[] stream) {
        return new EventReader(new ByteArrayInputStream(stream));
    }

    private static List<String> read(String stream) throws IOException {
        EventReader reader = reader(stream.getBytes(StandardCharsets.UTF_8));
        List<String> events = new ArrayList<>();
        for (Optional<String> event = reader.next(); event.isPresent(); event = reader.next()) {
            events.add(event.get());
        }
        return events;
    }
}
