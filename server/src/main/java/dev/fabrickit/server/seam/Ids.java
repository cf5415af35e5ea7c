package dev.fabrickit.server.seam;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Makes the ids of what is new. */
@Singleton
public class Ids {
    private final Interference interference;

    Ids(List<Interference> interferences) {
        interference = new InOrder(interferences);
    }

    /** One with hyphens. */
    public String next() {
        return interference.id(UUID.randomUUID().toString());
    }

    /** One of 32 hex digits. */
    public String nextPlain() {
        return interference.id(UUID.randomUUID().toString().replace("-", ""));
    }
}
