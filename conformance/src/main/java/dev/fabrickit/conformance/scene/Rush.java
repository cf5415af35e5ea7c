package dev.fabrickit.conformance.scene;

import dev.fabrickit.conformance.run.Kind;
import dev.fabrickit.conformance.wire.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Many requests at the same moment. */
public final class Rush {
    private final Stage stage;
    private List<Answer> answers = List.of();

    public Rush(Stage stage) {
        this.stage = stage;
    }

    /** Asks for so many new resources of a kind at once. */
    public void create(int number, Kind kind) {
        stage.prepare(kind);
        ExecutorService crowd = Executors.newFixedThreadPool(number);
        try {
            List<CompletableFuture<Answer>> all = IntStream.range(0, number)
                    .mapToObj(each -> stage.creating(kind, List.of()))
                    .map(body -> CompletableFuture.supplyAsync(() -> stage.send(kind, body), crowd))
                    .toList();
            answers = all.stream().map(CompletableFuture::join).toList();
        } finally {
            crowd.shutdown();
        }
    }

    /** How many were accepted. */
    public long accepted() {
        return answers.stream().filter(Answer::isAccepted).count();
    }
}
