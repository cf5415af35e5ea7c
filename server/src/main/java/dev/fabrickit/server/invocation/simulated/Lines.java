package dev.fabrickit.server.invocation.simulated;

import dev.fabrickit.server.invocation.engine.Chat;
import dev.fabrickit.server.invocation.engine.FinishReason;
import dev.fabrickit.server.invocation.engine.Piece;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Turns what is to be said into tokens, as far as the limit and the stop sequences of the request allow. */
@Singleton
class Lines {
    private final Tokenizer tokenizer;

    Lines(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    Line line(int choice, Utterance utterance, Chat chat) {
        return utterance instanceof Utterance.Calls calls
                ? calls(choice, calls.calls(), chat.limit())
                : words(choice, ((Utterance.Words) utterance).text(), chat);
    }

    private Line words(int choice, String text, Chat chat) {
        Tokenizer.Beginning beginning = tokenizer.begin(text, chat.limit());
        int stop = firstStop(String.join("", beginning.pieces()), chat.stops());
        List<Piece> pieces = new ArrayList<>();
        int length = 0;
        for (String piece : beginning.pieces()) {
            String kept = piece.substring(0, Math.min(piece.length(), stop - length));
            length += kept.length();
            if (!kept.isEmpty()) {
                pieces.add(new Piece.Text(choice, kept));
            }
        }
        boolean stopped = stop < Integer.MAX_VALUE;
        return new Line(
                pieces,
                finish(choice, stopped || beginning.whole() ? FinishReason.STOP : FinishReason.LENGTH),
                stopped ? pieces.size() : beginning.tokens());
    }

    /** Where the first of the stop sequences begins; beyond all text when there is none. */
    private static int firstStop(String text, List<String> stops) {
        return stops.stream()
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private Line calls(int choice, List<Utterance.ToolUse> calls, int limit) {
        List<Piece> pieces = new ArrayList<>();
        int tokens = 0;
        for (int call = 0; call < calls.size(); call++) {
            Utterance.ToolUse use = calls.get(call);
            tokens += tokenizer.count(use.name());
            if (tokens >= limit) {
                return new Line(pieces, finish(choice, FinishReason.LENGTH), Math.min(tokens, limit));
            }
            pieces.add(new Piece.Call(choice, call, use.id(), use.name()));
            Tokenizer.Beginning arguments = tokenizer.begin(use.arguments(), limit - tokens);
            for (String piece : arguments.pieces()) {
                pieces.add(new Piece.Arguments(choice, call, piece));
            }
            tokens += arguments.tokens();
            if (!arguments.whole()) {
                return new Line(pieces, finish(choice, FinishReason.LENGTH), tokens);
            }
        }
        return new Line(pieces, finish(choice, FinishReason.TOOL_CALLS), tokens);
    }

    private static Piece.Finish finish(int choice, FinishReason reason) {
        return new Piece.Finish(choice, reason);
    }

    /** What a conversation takes: its texts, and the marks around each turn. */
    int prompt(Chat chat) {
        int marks = 3;
        return chat.request().getMessages().stream()
                .mapToInt(message -> marks
                        + tokenizer.count(message.getRole().getValue())
                        + tokenizer.count(message.getContent() == null ? "" : message.getContent()))
                .reduce(marks, Math::addExact);
    }
}
