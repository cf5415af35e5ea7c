package dev.fabrickit.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.conformance.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service answered.
 *
 * @param operation what was called
 * @param status the status
 * @param headers its headers, by their names in whatever case
 * @param body the JSON of the body; missing when there is none, or none that can be read
 * @param reason why it was refused, if it was; to be shown
 * @param faults where it breaks the contract
 */
public record Answer(
        Operation operation,
        int status,
        Map<String, List<String>> headers,
        JsonNode body,
        String reason,
        List<String> faults) {

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Fails when the answer breaks the contract. */
    public Answer mustConform() {
        if (!faults.isEmpty()) {
            throw new Nonconformance("the answer of " + operation.id() + " (" + status + ") breaks the contract: "
                    + String.join("; ", faults));
        }
        return this;
    }

    /** Fails when the operation did not succeed. */
    public Answer mustSucceed() {
        if (!operation.isSuccess(status)) {
            throw new Nonconformance(operation.id() + " was refused with " + status + " " + reason);
        }
        return this;
    }

    /** Fails when the operation was refused; with which status it succeeds is another matter. */
    public Answer mustBeAccepted() {
        if (!isAccepted()) {
            throw new Nonconformance(operation.id() + " was refused with " + status + " " + reason);
        }
        return this;
    }

    public boolean isAccepted() {
        return status / 100 == 2;
    }

    /** A text that the answer must hold. */
    public String text(String field) {
        if (!body.path(field).isTextual()) {
            throw new Nonconformance("the answer of " + operation.id() + " has no " + field);
        }
        return body.path(field).textValue();
    }

    /** Whether it says, in one of the ways the contract and its reading of missing things allow, that nothing is there. */
    public boolean isMissing() {
        return status == 404
                || status == 400 && body.path("error_code").asText().matches(".*0001000[39]");
    }
}
