package dev.fabrickit.server.endpoint;

import dev.fabrickit.server.schema.CreateEndpointInput;
import dev.fabrickit.server.schema.Endpoint;
import dev.fabrickit.server.schema.ReservedResource;
import dev.fabrickit.server.schema.UpdateEndpointInput;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields that serve other types of endpoints: stored and given back, never looked into. */
final class Extras {
    private Extras() {}

    /** The fields that a request sets, by their names on the wire. */
    static Map<String, Object> of(CreateEndpointInput input) {
        Map<String, @Nullable Object> sent = reserved(input.getReservedResource());
        sent.put(Endpoint.JSON_PROPERTY_RAY_RESOURCE, input.getRayResource());
        sent.put(Endpoint.JSON_PROPERTY_CAP, input.getCap());
        sent.put(Endpoint.JSON_PROPERTY_CONFIG, input.getConfig());
        sent.put(Endpoint.JSON_PROPERTY_CACHE_LIST, input.getCacheList());
        sent.put(Endpoint.JSON_PROPERTY_LOG_CONFIG, input.getLogConfig());
        sent.put(Endpoint.JSON_PROPERTY_PUBLIC_ACCESS, input.getPublicAccess());
        sent.put(Endpoint.JSON_PROPERTY_CUSTOM_IMAGE_ID, input.getCustomImageId());
        return present(sent);
    }

    static Map<String, Object> of(UpdateEndpointInput input) {
        Map<String, @Nullable Object> sent = reserved(input.getReservedResource());
        sent.put(Endpoint.JSON_PROPERTY_RAY_RESOURCE, input.getRayResource());
        sent.put(Endpoint.JSON_PROPERTY_CAP, input.getCap());
        sent.put(Endpoint.JSON_PROPERTY_CONFIG, input.getConfig());
        return present(sent);
    }

    private static Map<String, @Nullable Object> reserved(@Nullable ReservedResource reserved) {
        Map<String, @Nullable Object> sent = new HashMap<>();
        if (reserved != null) {
            sent.put(ReservedResource.JSON_PROPERTY_APU, reserved.getApu());
            sent.put(ReservedResource.JSON_PROPERTY_DPU, reserved.getDpu());
        }
        return sent;
    }

    private static Map<String, Object> present(Map<String, @Nullable Object> sent) {
        sent.values().removeIf(Objects::isNull);
        return Map.copyOf(sent);
    }

    /** Puts them back where they were. */
    static Endpoint show(Map<String, Object> extras, Endpoint endpoint, ReservedResource reserved) {
        reserved.apu(extras.get(ReservedResource.JSON_PROPERTY_APU))
                .dpu(extras.get(ReservedResource.JSON_PROPERTY_DPU));
        return endpoint.rayResource(extras.get(Endpoint.JSON_PROPERTY_RAY_RESOURCE))
                .cap(extras.get(Endpoint.JSON_PROPERTY_CAP))
                .config(extras.get(Endpoint.JSON_PROPERTY_CONFIG))
                .cacheList(extras.get(Endpoint.JSON_PROPERTY_CACHE_LIST))
                .logConfig(extras.get(Endpoint.JSON_PROPERTY_LOG_CONFIG))
                .publicAccess(extras.get(Endpoint.JSON_PROPERTY_PUBLIC_ACCESS))
                .customImageId(extras.get(Endpoint.JSON_PROPERTY_CUSTOM_IMAGE_ID));
    }
}
