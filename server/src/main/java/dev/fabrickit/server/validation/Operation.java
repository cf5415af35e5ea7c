package dev.fabrickit.server.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriMatchInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the contract asks of the requests of one operation.
 *
 * @param body what it asks of a body, or null when it has none
 * @param bodyRequired whether there must be one
 */
record Operation(List<Parameter> parameters, @Nullable Constraint body, boolean bodyRequired) {

    Faults parameterFaults(HttpRequest<?> request, UriMatchInfo route) {
        Faults faults = new Faults();
        parameters.forEach(parameter -> parameter.check(request, route, faults));
        return faults;
    }

    /**
     * What is wrong with a body.
     *
     * @param json a missing node when no body was sent
     */
    Faults bodyFaults(JsonNode json) {
        Faults faults = new Faults();
        if (json.isMissingNode()) {
            if (bodyRequired) {
                faults.add(Place.BODY, "is required, as JSON");
            }
        } else if (body != null) {
            body.check(Place.BODY, json, faults);
        }
        return faults;
    }
}
