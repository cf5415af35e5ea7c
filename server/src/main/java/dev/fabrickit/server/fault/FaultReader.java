package dev.fabrickit.server.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.RequestIds;
import dev.fabrickit.server.Timers;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.lifecycle.Pace;
import dev.fabrickit.server.seam.Interference;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Understands definitions of faults. */
@Singleton
@Requires(property = FaultReader.ENABLED, value = "true")
public class FaultReader {
    static final String ENABLED = "fabrickit.control";

    private static final long MOST = 1_000_000;

    private final OperationNames operations;
    private final Events events;
    private final RequestIds ids;
    private final Timers timers;
    private final Pace pace;
    private final Map<String, Function<Fields, Interference>> kinds = new TreeMap<>(Map.of(
            "status", this::status,
            "delay", this::delay,
            "cut", this::cut,
            "malformed_event", this::malformedEvent,
            "stall", this::stall,
            "error_event", this::errorEvent,
            "moderation", this::moderation));

    FaultReader(OperationNames operations, Events events, RequestIds ids, Timers timers, Pace pace) {
        this.operations = operations;
        this.events = events;
        this.ids = ids;
        this.timers = timers;
        this.pace = pace;
    }

    /**
     * Reads one.
     *
     * @throws dev.fabrickit.server.error.Refusal when it is wrong; the message names the field and what is allowed
     */
    public Fault read(JsonNode definition) {
        Fields fields = new Fields(definition);
        Interference effect = kinds.get(fields.oneOf("kind", kinds.keySet())).apply(fields);
        Fault fault = new Fault(
                definition,
                operations.known(fields.text("operation")),
                fields.text("path"),
                fields.number("times", Long.MAX_VALUE, 1, MOST),
                fields.fraction("probability", 1),
                fields.number("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
                effect);
        fields.requireNoOther();
        return fault;
    }

    private Interference status(Fields fields) {
        int status = (int) fields.number("status", HttpStatus.INTERNAL_SERVER_ERROR.getCode(), 400, 599);
        return new StatusFault(
                status,
                errorCode(fields),
                errorMessage(fields, "a fault on demand"),
                fields.number("retry_after", StatusFault.NO_RETRY, 0, MOST),
                ids);
    }

    private Interference delay(Fields fields) {
        return new DelayFault(fields.duration("time"), timers, pace);
    }

    private Interference cut(Fields fields) {
        return new CutFault(after(fields));
    }

    private Interference malformedEvent(Fields fields) {
        return new MalformedEventFault(after(fields));
    }

    private Interference stall(Fields fields) {
        return new StallFault(after(fields));
    }

    private Interference errorEvent(Fields fields) {
        return new ErrorEventFault(
                after(fields), events.error(errorCode(fields), errorMessage(fields, "the answer failed on its way")));
    }

    private Interference moderation(Fields fields) {
        return new ModerationFault(after(fields), events);
    }

    /** As long as the contract allows it to be. */
    private static String errorCode(Fields fields) {
        return fields.text("error_code", ErrorCode.INTERNAL.code(), 8, 36);
    }

    /** As long as the contract allows it to be. */
    private static String errorMessage(Fields fields, String absent) {
        return fields.text("error_msg", absent, 2, 512);
    }

    private static int after(Fields fields) {
        return (int) fields.number("after", 1, 0, MOST);
    }
}
