package dev.fabrickit.server.endpoint;

import dev.fabrickit.server.auth.Caller;
import dev.fabrickit.server.auth.CallerColumn;
import dev.fabrickit.server.lifecycle.Phase;
import dev.fabrickit.server.lifecycle.Transition;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Transient;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as it is stored.
 *
 * @param extras what serves other types of endpoints, kept as it was sent: wire name to JSON
 */
@MappedEntity("endpoint")
public record EndpointRow(
        @Id String id,
        String workspaceId,
        String name,
        String type,
        @Nullable String description,
        @Nullable String specCode,
        @Nullable Integer minUnits,
        @Nullable Integer maxUnits,

        @MappedProperty(type = DataType.STRING, converter = ExtrasColumn.class)
        Map<String, Object> extras,

        Instant createTime,
        Instant updateTime,

        @MappedProperty(type = DataType.STRING, converter = CallerColumn.class)
        Caller owner,

        Phase phase,
        Instant beginsAt,
        Instant settlesAt) {

    /** Units of an inference endpoint that was created without any. */
    private static final String DEFAULT_SPEC = "mu.llama3.8b";

    private static final int DEFAULT_MAX = 1000;

    @Transient
    public Transition transition() {
        return new Transition(phase, beginsAt, settlesAt);
    }

    /** The spec of the units that services on this endpoint get. */
    @Transient
    public String unitSpec() {
        return specCode == null ? DEFAULT_SPEC : specCode;
    }

    @Transient
    public int unitsAtLeast() {
        return minUnits == null ? 0 : minUnits;
    }

    @Transient
    public int unitsAtMost() {
        return maxUnits == null ? DEFAULT_MAX : maxUnits;
    }
}
