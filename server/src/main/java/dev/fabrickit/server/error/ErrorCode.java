package dev.fabrickit.server.error;

import io.micronaut.http.HttpStatus;

/**
 * The codes an error answer can bear, with the status each belongs to. Codes from {@code dataartsfabric.90000000} on are
 * this project's own, for refusals that the documents state without a code.
 */
public enum ErrorCode {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "common.01000001"),
    NO_WORKSPACE(HttpStatus.BAD_REQUEST, "dataartsfabric.00010003"),
    NO_RESOURCE(HttpStatus.BAD_REQUEST, "dataartsfabric.00010009"),
    NO_SPEC(HttpStatus.BAD_REQUEST, "dataartsfabric.00010011"),
    WRONG_TOKEN(HttpStatus.UNAUTHORIZED, "APIG.1002"),
    NO_CREDENTIALS(HttpStatus.UNAUTHORIZED, "APIGW.0301"),
    TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "APIGW.0201"),
    NO_PATH(HttpStatus.NOT_FOUND, "common.01000001"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "common.00000500"),

    WORKSPACE_NOT_EMPTY(HttpStatus.BAD_REQUEST, "dataartsfabric.90000001"),
    MAX_BELOW_MIN(HttpStatus.BAD_REQUEST, "dataartsfabric.90000002"),
    ABOVE_ENDPOINT(HttpStatus.BAD_REQUEST, "dataartsfabric.90000003"),
    ENDPOINT_FULL(HttpStatus.BAD_REQUEST, "dataartsfabric.90000004"),
    NAME_TAKEN(HttpStatus.BAD_REQUEST, "dataartsfabric.90000005"),
    MODEL_IN_USE(HttpStatus.BAD_REQUEST, "dataartsfabric.90000006"),
    ENDPOINT_NOT_EMPTY(HttpStatus.BAD_REQUEST, "dataartsfabric.90000007"),
    NOT_FOR_INFERENCE(HttpStatus.BAD_REQUEST, "dataartsfabric.90000008"),
    NO_BASE_MODEL(HttpStatus.BAD_REQUEST, "dataartsfabric.90000009"),
    NOT_READY(HttpStatus.BAD_REQUEST, "dataartsfabric.90000010"),
    QUOTA_EXCEEDED(HttpStatus.BAD_REQUEST, "dataartsfabric.90000011"),
    BELOW_SERVICES(HttpStatus.BAD_REQUEST, "dataartsfabric.90000012"),
    NOT_CHANGEABLE(HttpStatus.BAD_REQUEST, "dataartsfabric.90000013"),
    VERSION_IN_USE(HttpStatus.BAD_REQUEST, "dataartsfabric.90000014"),
    VERSION_IS_CURRENT(HttpStatus.BAD_REQUEST, "dataartsfabric.90000015"),
    TOOL_NOT_SIMULATED(HttpStatus.BAD_REQUEST, "dataartsfabric.90000016"),
    UPSTREAM_REFUSED(HttpStatus.BAD_REQUEST, "dataartsfabric.90000017"),
    UPSTREAM_BUSY(HttpStatus.TOO_MANY_REQUESTS, "dataartsfabric.90000018"),
    UPSTREAM_FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "dataartsfabric.90000019"),
    QUEUE_FULL(HttpStatus.TOO_MANY_REQUESTS, "dataartsfabric.90000020");

    private final HttpStatus status;
    private final String code;

    ErrorCode(HttpStatus status, String code) {
        this.status = status;
        this.code = code;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }
}
