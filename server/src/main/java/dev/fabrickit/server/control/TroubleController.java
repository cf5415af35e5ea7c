package dev.fabrickit.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.lifecycle.Trouble;
import dev.fabrickit.server.lifecycle.Troubles;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps single resources from running, and lets them again. */
@Controller("/_fabrickit/{kind}/{id}/trouble")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = Control.ENABLED, value = "true")
class TroubleController {
    private final List<Troubles> kinds;

    TroubleController(List<Troubles> kinds) {
        this.kinds = kinds;
    }

    /** The status is that of the resource in trouble; it shows once a change that it strikes is over. */
    @Put
    @Status(HttpStatus.NO_CONTENT)
    void begin(String kind, String id, @Body JsonNode body) {
        Troubles troubles = of(kind);
        ControlBody fields = ControlBody.of(body, "status", "error_code", "error_msg");
        String status = fields.oneOf(
                "status", troubles.possible().stream().map(Trouble::name).toList());
        troubles.begin(id, Trouble.valueOf(status), fields.text("error_code", 36), fields.text("error_msg", 1024));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void end(String kind, String id) {
        of(kind).end(id);
    }

    private Troubles of(String kind) {
        return kinds.stream()
                .filter(troubles -> troubles.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NO_PATH,
                        kind + " cannot be in trouble, but these can: "
                                + kinds.stream().map(Troubles::kind).sorted().collect(Collectors.joining(", "))));
    }
}
