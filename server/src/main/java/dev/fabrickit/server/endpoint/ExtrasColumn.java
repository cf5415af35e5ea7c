package dev.fabrickit.server.endpoint;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.fabrickit.server.JsonColumn;
import jakarta.inject.Singleton;
import java.util.Map;

/** The opaque fields of an endpoint in one column. */
@Singleton
public class ExtrasColumn extends JsonColumn<Map<String, Object>> {
    ExtrasColumn() {
        super(new TypeReference<>() {});
    }
}
