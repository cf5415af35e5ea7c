package dev.fabrickit.server.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fabrickit.server.invocation.engine.FinishReason;
import dev.fabrickit.server.invocation.engine.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkWriterTest {
    private final EventWriter events = new EventWriter(new JsonMapper());
    private final Completion completion = new Completion("chatcmpl-1", 1, "\u0001 \"model\" {}");
    private final ChunkWriter chunks = new ChunkWriter(events, completion);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word",
                "",
                " ",
                "\u0001",
                "\\u0001",
                "\"quoted\" \\ / \b\f\n\r\t\u0000\u001f\u007f",
                "\u2028\u2029 推理 \uD83D\uDE80",
                "\uD83D",
                "data: [DONE]\n\n"
            })
    void textIsWrittenAsTheWholeChunkWouldBe(String text) {
        for (int choice : List.of(0, 1, 0, 7)) {
            Piece piece = new Piece.Text(choice, text);
            assertThat(chunks.chunk(piece)).isEqualTo(events.chunk(completion.chunk(piece)));
        }
    }

    @Test
    void everyOtherPieceIsWrittenWhole() {
        assertThat(List.of(
                        new Piece.Role(1),
                        new Piece.Call(0, 1, "id", "name"),
                        new Piece.Arguments(0, 1, "{}"),
                        new Piece.Finish(2, FinishReason.LENGTH),
                        new Piece.Tokens(1, 2)))
                .allSatisfy(piece -> assertThat(chunks.chunk(piece)).isEqualTo(events.chunk(completion.chunk(piece))));
    }
}
