package dev.fabrickit.server.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.invocation.engine.FinishReason;
import dev.fabrickit.server.invocation.engine.Piece;
import dev.fabrickit.server.schema.ChatCompletion;
import dev.fabrickit.server.schema.Choice;
import dev.fabrickit.server.schema.ToolCall;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WholeAnswerTest {
    private static final Completion COMPLETION = Completion.begin(Instant.EPOCH, "model");

    @Test
    void choicesGrowSideBySide() {
        ChatCompletion whole = joined(
                new Piece.Role(1),
                new Piece.Role(0),
                new Piece.Text(1, "b"),
                new Piece.Text(0, "a"),
                new Piece.Text(1, "B"),
                new Piece.Finish(1, FinishReason.LENGTH),
                new Piece.Finish(0, FinishReason.STOP));

        assertThat(whole.getChoices()).extracting(Choice::getIndex).containsExactly(0, 1);
        assertThat(whole.getChoices())
                .extracting(choice -> choice.getMessage().getContent())
                .containsExactly("a", "bB");
        assertThat(whole.getChoices()).extracting(Choice::getFinishReason).containsExactly("stop", "length");
        assertThat(whole.getUsage()).isNull();
    }

    @Test
    void callsGrowByTheirIndex() {
        Choice choice = joined(
                        new Piece.Role(0),
                        new Piece.Call(0, 0, "one", "f"),
                        new Piece.Call(0, 1, "two", "g"),
                        new Piece.Arguments(0, 1, "{"),
                        new Piece.Arguments(0, 0, "{}"),
                        new Piece.Arguments(0, 1, "}"),
                        new Piece.Finish(0, FinishReason.TOOL_CALLS))
                .getChoices()
                .get(0);

        assertThat(choice.getMessage().getContent()).isNull();
        assertThat(choice.getMessage().getToolCalls())
                .extracting(ToolCall::getId)
                .containsExactly("one", "two");
        assertThat(choice.getMessage().getToolCalls())
                .extracting(call ->
                        call.getFunction().getName() + call.getFunction().getArguments())
                .containsExactly("f{}", "g{}");
    }

    @Test
    void anEmptyTextIsATextAndTextBesideCallsStays() {
        assertThat(joined(new Piece.Role(0), new Piece.Finish(0, FinishReason.STOP))
                        .getChoices())
                .singleElement()
                .satisfies(
                        choice -> assertThat(choice.getMessage().getContent()).isEmpty());
        assertThat(joined(new Piece.Text(0, "I call"), new Piece.Call(0, 0, "id", "f"))
                        .getChoices())
                .singleElement()
                .satisfies(
                        choice -> assertThat(choice.getMessage().getContent()).isEqualTo("I call"));
    }

    @Test
    void theUsageIsTheSumOfBothKindsOfTokens() {
        ChatCompletion whole = joined(new Piece.Role(0), new Piece.Tokens(3, 4));

        assertThat(whole.getChoices()).hasSize(1);
        assertThat(whole.getUsage().getTotalTokens()).isEqualTo(7);
    }

    private static ChatCompletion joined(Piece... pieces) {
        WholeAnswer answer = new WholeAnswer();
        for (Piece piece : pieces) {
            answer.add(COMPLETION.chunk(piece));
        }
        return answer.in(COMPLETION.whole());
    }
}
