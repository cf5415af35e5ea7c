package dev.fabrickit.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.fault.Fault;
import dev.fabrickit.server.fault.FaultList;
import dev.fabrickit.server.fault.FaultReader;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import java.util.List;

/** Faults on demand. */
@Controller("/_fabrickit/faults")
@Requires(property = Control.ENABLED, value = "true")
class FaultController {
    private final FaultList faults;
    private final FaultReader reader;

    FaultController(FaultList faults, FaultReader reader) {
        this.faults = faults;
        this.reader = reader;
    }

    /**
     * A fault in force.
     *
     * @param struck how many requests it has struck
     */
    @Introspected
    record State(String name, JsonNode fault, long struck) {
        static State of(String name, Fault fault) {
            return new State(name, fault.definition(), fault.struck());
        }
    }

    @Get
    List<State> faults() {
        return faults.all().entrySet().stream()
                .map(entry -> State.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Put("/{name}")
    State put(@PathVariable String name, @Body JsonNode definition) {
        Fault fault = reader.read(definition);
        faults.put(name, fault);
        return State.of(name, fault);
    }

    @Delete("/{name}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        if (!faults.all().containsKey(name)) {
            throw new Refusal(
                    ErrorCode.NO_RESOURCE,
                    "the fault " + name + " does not exist",
                    "GET /_fabrickit/faults lists the faults in force.");
        }
        faults.remove(name);
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void deleteAll() {
        faults.clear();
    }
}
