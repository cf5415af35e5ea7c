package dev.fabrickit.server.control;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/**
 * The control paths, no part of the contract. They need no credentials, so they are off unless enabled, and answer on the
 * loopback only.
 */
@Controller("/_fabrickit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = Control.ENABLED, value = "true")
class ControlController {
    private final Control control;
    private final Journal journal;

    ControlController(Control control, Journal journal) {
        this.control = control;
        this.journal = journal;
    }

    @Post("/reset")
    @Status(HttpStatus.NO_CONTENT)
    void reset() {
        control.reset();
    }

    @Get("/journal")
    List<Journal.Entry> journal() {
        return journal.entries();
    }
}
