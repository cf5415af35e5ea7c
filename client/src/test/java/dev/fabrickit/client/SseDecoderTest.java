package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseDecoderTest {

    @Test
    void aBlankLineEndsAnEvent() throws IOException {
        assertThat(decoded("data: one\n\ndata: two\n\n")).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void anyLineEndWillDo(String end) throws IOException {
        String stream = "data: one\n\ndata: two\n\n".replace("\n", end);

        assertThat(decoded(stream)).containsExactly("one", "two");
    }

    @Test
    void lineEndsMayBeMixed() throws IOException {
        assertThat(decoded("data: one\r\n\ndata: two\r\rdata: three\n\r\n")).containsExactly("one", "two", "three");
    }

    @Test
    void theBlankAfterTheColonIsOptional() throws IOException {
        assertThat(decoded("data:one\n\ndata: two\n\n")).containsExactly("one", "two");
    }

    @Test
    void onlyOneBlankAfterTheColonIsDropped() throws IOException {
        assertThat(decoded("data:  one \n\n")).containsExactly(" one ");
    }

    @Test
    void severalDataLinesAreJoinedByLineFeeds() throws IOException {
        assertThat(decoded("data: one\ndata:\ndata: two\n\n")).containsExactly("one\n\ntwo");
    }

    @Test
    void aDataLineMayLackTheColon() throws IOException {
        assertThat(decoded("data\n\n")).containsExactly("");
    }

    @Test
    void commentsAreSkipped() throws IOException {
        assertThat(decoded(": keep-alive\n\n:\ndata: one\n: more\n\n")).containsExactly("one");
    }

    @Test
    void otherFieldsAreSkipped() throws IOException {
        assertThat(decoded("event: chunk\nid: 1\nretry: 10\ndatum: no\n data: no\ndata: one\n\n"))
                .containsExactly("one");
    }

    @Test
    void anEventWithoutDataIsNone() throws IOException {
        assertThat(decoded("event: ping\n\n\n\ndata: one\n\n")).containsExactly("one");
    }

    @Test
    void anEventWithoutItsBlankLineIsDropped() throws IOException {
        assertThat(decoded("data: one\n\ndata: tw")).containsExactly("one");
        assertThat(decoded("data: one\n\ndata: two\n")).containsExactly("one");
    }

    @Test
    void aByteOrderMarkIsSkippedAtTheStartOnly() throws IOException {
        assertThat(decoded("\uFEFFdata: one\n\n\uFEFFdata: two\n\n")).containsExactly("one");
    }

    @Test
    void bytesMayArriveOneByOne() throws IOException {
        String stream = "data: 你好 \uD83D\uDE00\r\n\r\ndata: two\r\n\r\n";
        InputStream oneByOne = new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };

        assertThat(all(new SseDecoder(oneByOne))).containsExactly("你好 \uD83D\uDE00", "two");
    }

    private static List<String> decoded(String stream) throws IOException {
        return all(new SseDecoder(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> all(SseDecoder decoder) throws IOException {
        List<String> events = new ArrayList<>();
        for (String data = decoder.next(); data != null; data = decoder.next()) {
            events.add(data);
        }
        return events;
    }
}
