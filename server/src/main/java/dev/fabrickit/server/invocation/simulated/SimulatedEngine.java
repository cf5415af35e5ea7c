package dev.fabrickit.server.invocation.simulated;

import dev.fabrickit.server.Timers;
import dev.fabrickit.server.invocation.engine.Chat;
import dev.fabrickit.server.invocation.engine.Engine;
import dev.fabrickit.server.invocation.engine.Piece;
import dev.fabrickit.server.schema.ChatCompletionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers without a model: the same request always gets the same words, which take up its last turn. They are found within the
 * call, and then given token by token, all choices side by side.
 */
final class SimulatedEngine implements Engine {
    private final Fixtures fixtures;
    private final boolean echo;
    private final Timing timing;
    private final Wording wording;
    private final ToolUses tools;
    private final Lines lines;
    private final Timers timers;

    SimulatedEngine(
            Fixtures fixtures,
            boolean echo,
            Timing timing,
            Wording wording,
            ToolUses tools,
            Lines lines,
            Timers timers) {
        this.fixtures = fixtures;
        this.echo = echo;
        this.timing = timing;
        this.wording = wording;
        this.tools = tools;
        this.lines = lines;
        this.timers = timers;
    }

    @Override
    public Publisher<Piece> answer(ChatCompletionRequest request) {
        Chat chat = new Chat(request);
        Optional<Fixture> fixture = fixtures.of(chat);
        List<Line> all = IntStream.range(0, chat.choices())
                .mapToObj(choice -> lines.line(choice, utterance(chat, fixture, Chance.of(chat, choice)), chat))
                .toList();
        Timing pace = fixture.map(Fixture::timing).map(own -> own.over(timing)).orElse(timing);
        long seed = Chance.of(chat, 0).random().nextLong();
        int tokens = all.stream().mapToInt(Line::tokens).sum();
        int rounds = all.stream().mapToInt(Line::rounds).max().orElse(0);
        Flux<Piece> roles = Flux.range(0, all.size()).map(Piece.Role::new);
        Flux<Integer> each = Flux.range(0, rounds);
        // Each round is delayed only once the one before it was taken: a slow reader slows the engine, and nothing
        // piles up.
        Flux<Piece> said = pace.isInstant()
                ? each.concatMapIterable(round -> round(all, round), 1)
                : each.concatMap(round -> after(pace.before(round, seed), round(all, round)), 1);
        return Flux.concat(roles, said, Mono.just(new Piece.Tokens(lines.prompt(chat), tokens)));
    }

    private Utterance utterance(Chat chat, Optional<Fixture> fixture, Chance chance) {
        if (fixture.isPresent()) {
            return fixture.get().calls() == null
                    ? new Utterance.Words(fixture.get().answer())
                    : new Utterance.Calls(tools.of(fixture.get(), chance));
        }
        List<Utterance.ToolUse> uses = tools.of(chat, chance);
        if (!uses.isEmpty()) {
            return new Utterance.Calls(uses);
        }
        if (echo && !chat.wantsJson()) {
            return new Utterance.Words(
                    chat.last().getContent() == null ? "" : chat.last().getContent());
        }
        return new Utterance.Words(chat.wantsJson() ? wording.object(chat, chance) : wording.text(chat, chance));
    }

    private Flux<Piece> after(Duration pause, List<Piece> round) {
        Flux<Piece> pieces = Flux.fromIterable(round);
        return pause.isZero() ? pieces : timers.pause(pause).thenMany(pieces);
    }

    private static List<Piece> round(List<Line> all, int round) {
        List<Piece> said = new ArrayList<>();
        all.forEach(line -> line.addTo(said, round));
        return said;
    }
}
