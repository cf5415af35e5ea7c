package dev.fabrickit.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.StubClock;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Pace;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;

/** Which time it is for the stub, and whether what it does takes time. */
@Controller("/_fabrickit/clock")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = Control.ENABLED, value = "true")
class ClockController {
    private static final String REAL = "real";
    private static final String STEPPED = "stepped";
    private static final String INSTANT = "instant";

    private final StubClock clock;
    private final Pace pace;

    ClockController(StubClock clock, Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * The clock.
     *
     * @param mode {@code real} follows the system, {@code stepped} moves only when told to, {@code instant} follows the system
     *     while every change settles at once
     * @param now what it shows
     */
    @Introspected
    record ClockState(String mode, Instant now) {}

    @Get
    ClockState clock() {
        String mode = clock.isStopped() ? STEPPED : pace.isInstant() ? INSTANT : REAL;
        return new ClockState(mode, clock.instant());
    }

    @Put
    ClockState setClock(@Body JsonNode body) {
        String mode = ControlBody.of(body, "mode").oneOf("mode", List.of(REAL, STEPPED, INSTANT));
        if (mode.equals(STEPPED)) {
            clock.stop();
        } else {
            clock.follow();
        }
        if (mode.equals(INSTANT)) {
            pace.settleAtOnce();
        } else {
            pace.takeTime();
        }
        return clock();
    }

    @Post("/steps")
    ClockState advance(@Body JsonNode body) {
        if (!clock.isStopped()) {
            throw new Refusal(ErrorCode.INVALID_REQUEST, "the clock runs by itself", "Put its mode to stepped first.");
        }
        clock.advance(ControlBody.of(body, "by").duration("by"));
        return clock();
    }
}
