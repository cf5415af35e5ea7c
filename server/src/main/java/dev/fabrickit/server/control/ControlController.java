package dev.fabrickit.server.control;

import dev.fabrickit.server.StubClock;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The control paths, no part of the contract. They need no credentials, so they are off unless enabled, and answer on the
 * loopback only.
 */
@Controller("/_fabrickit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = Control.ENABLED, value = "true")
class ControlController {
    private final Control control;
    private final StubClock clock;
    private final Journal journal;

    ControlController(Control control, StubClock clock, Journal journal) {
        this.control = control;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * The clock.
     *
     * @param mode {@code real} follows the system, {@code stepped} moves only when told to
     * @param now what it shows; not read
     */
    @Introspected
    record ClockState(String mode, @Nullable Instant now) {}

    /**
     * A step of the clock.
     *
     * @param by how far, as an ISO 8601 duration like {@code PT1.5S}
     */
    @Introspected
    record Step(Duration by) {}

    @Post("/reset")
    @Status(HttpStatus.NO_CONTENT)
    void reset() {
        control.reset();
    }

    @Get("/journal")
    List<Journal.Entry> journal() {
        return journal.entries();
    }

    @Get("/clock")
    ClockState clock() {
        return new ClockState(clock.isStopped() ? "stepped" : "real", clock.instant());
    }

    @Put("/clock")
    ClockState setClock(@Body ClockState state) {
        switch (state.mode()) {
            case "real" -> clock.follow();
            case "stepped" -> clock.stop();
            default ->
                throw new Refusal(
                        ErrorCode.INVALID_REQUEST, "mode is " + state.mode() + ", but must be real or stepped");
        }
        return clock();
    }

    @Post("/clock/steps")
    ClockState advance(@Body Step step) {
        if (!clock.isStopped()) {
            throw new Refusal(ErrorCode.INVALID_REQUEST, "the clock runs by itself", "Put its mode to stepped first.");
        }
        clock.advance(step.by());
        return clock();
    }

    /** Whoever is not on this machine finds nothing here. */
    @ServerFilter("/_fabrickit/**")
    @Requires(property = Control.ENABLED, value = "true")
    static class LoopbackOnly {
        @RequestFilter
        void check(HttpRequest<?> request) {
            if (!request.getRemoteAddress().getAddress().isLoopbackAddress()) {
                throw new Refusal(ErrorCode.NO_PATH, "response status exception, code: 404");
            }
        }
    }
}
