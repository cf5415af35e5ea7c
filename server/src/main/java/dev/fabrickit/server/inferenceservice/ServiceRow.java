package dev.fabrickit.server.inferenceservice;

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
import org.jspecify.annotations.Nullable;

/** An inference service as it is stored. */
@MappedEntity("inference_service")
public record ServiceRow(
        @Id String id,
        String workspaceId,
        String endpointId,
        String modelId,
        String versionId,
        String name,
        @Nullable String description,
        String specCode,
        int minUnits,
        int maxUnits,
        Instant createTime,
        Instant updateTime,

        @MappedProperty(type = DataType.STRING, converter = CallerColumn.class)
        Caller createUser,

        @MappedProperty(type = DataType.STRING, converter = CallerColumn.class)
        Caller updateUser,

        Phase phase,
        Instant beginsAt,
        Instant settlesAt) {

    @Transient
    public Transition transition() {
        return new Transition(phase, beginsAt, settlesAt);
    }
}
