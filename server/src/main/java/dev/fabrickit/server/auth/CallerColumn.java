package dev.fabrickit.server.auth;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.fabrickit.server.JsonColumn;
import jakarta.inject.Singleton;

/** A caller in one column: names stay as they were when something was created. */
@Singleton
public class CallerColumn extends JsonColumn<Caller> {
    CallerColumn() {
        super(new TypeReference<>() {});
    }
}
