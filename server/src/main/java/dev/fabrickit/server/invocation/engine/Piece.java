package dev.fabrickit.server.invocation.engine;

import dev.fabrickit.server.schema.ChatCompletionChunk;
import dev.fabrickit.server.schema.ChunkChoice;
import dev.fabrickit.server.schema.Delta;
import dev.fabrickit.server.schema.FunctionCallDelta;
import dev.fabrickit.server.schema.ToolCallDelta;
import dev.fabrickit.server.schema.Usage;
import java.util.List;

/** The smallest part of an answer: what one chunk adds to it. */
public sealed interface Piece {
    /** Puts it into a chunk that has everything else. */
    void fill(ChatCompletionChunk chunk);

    /** A choice begins. */
    record Role(int choice) implements Piece {
        public static final String ASSISTANT = "assistant";

        @Override
        public void fill(ChatCompletionChunk chunk) {
            chunk.choices(of(choice, new Delta().role(ASSISTANT).content("")));
        }
    }

    /** The next text of a choice. */
    record Text(int choice, String text) implements Piece {
        @Override
        public void fill(ChatCompletionChunk chunk) {
            chunk.choices(of(choice, new Delta().content(text)));
        }
    }

    /**
     * A call of a tool begins.
     *
     * @param call which of the choice's calls, from 0
     */
    record Call(int choice, int call, String id, String name) implements Piece {
        public static final String FUNCTION = "function";

        @Override
        public void fill(ChatCompletionChunk chunk) {
            ToolCallDelta delta = new ToolCallDelta()
                    .index(call)
                    .id(id)
                    .type(FUNCTION)
                    .function(new FunctionCallDelta().name(name).arguments(""));
            chunk.choices(of(choice, new Delta().toolCalls(List.of(delta))));
        }
    }

    /** The next text of a call's arguments. */
    record Arguments(int choice, int call, String text) implements Piece {
        @Override
        public void fill(ChatCompletionChunk chunk) {
            ToolCallDelta delta = new ToolCallDelta().index(call).function(new FunctionCallDelta().arguments(text));
            chunk.choices(of(choice, new Delta().toolCalls(List.of(delta))));
        }
    }

    /** A choice ends. */
    record Finish(int choice, FinishReason reason) implements Piece {
        @Override
        public void fill(ChatCompletionChunk chunk) {
            chunk.choices(
                    List.of(new ChunkChoice().index(choice).delta(new Delta()).finishReason(reason.onTheWire())));
        }
    }

    /** How many tokens the request took and all choices together have. */
    record Tokens(int prompt, int completion) implements Piece {
        @Override
        public void fill(ChatCompletionChunk chunk) {
            chunk.choices(List.of())
                    .usage(new Usage()
                            .promptTokens(prompt)
                            .completionTokens(completion)
                            .totalTokens(prompt + completion));
        }
    }

    private static List<ChunkChoice> of(int choice, Delta delta) {
        return List.of(new ChunkChoice().index(choice).delta(delta));
    }
}
