package dev.fabrickit.server.endpoint;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.fabrickit.server.JsonColumn;
import jakarta.inject.Singleton;

/** What an update can change of an endpoint, in one column. */
@Singleton
public class EndpointVersionColumn extends JsonColumn<EndpointVersion> {
    EndpointVersionColumn() {
        super(new TypeReference<>() {});
    }
}
