package dev.fabrickit.server.endpoint;

import dev.fabrickit.server.schema.EndpointUnits;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an update can change of an endpoint.
 *
 * @param mu null when it was created without units
 * @param extras what serves other types of endpoints, kept as it was sent: wire name to JSON
 */
public record EndpointVersion(
        String name, @Nullable String description, @Nullable Units mu, Map<String, Object> extras, Instant updateTime) {

    /** Units of an inference endpoint that was created without any. */
    private static final Units DEFAULT = new Units("mu.llama3.8b", 0, 1000);

    /** The units that services on the endpoint share. */
    public Units units() {
        return mu == null ? DEFAULT : mu;
    }

    /** Units of a spec, between a minimum and a maximum. */
    public record Units(String specCode, int min, int max) {
        static @Nullable Units of(@Nullable EndpointUnits sent) {
            return sent == null ? null : new Units(sent.getSpecCode(), sent.getMin(), sent.getMax());
        }

        EndpointUnits show() {
            return new EndpointUnits().specCode(specCode).min(min).max(max);
        }
    }
}
