package dev.fabrickit.client;

import java.util.Map;

/** Sends no credentials. The secrets are those of the body, if any. */
record Anonymous(Secrets secrets) implements Authorizer {

    @Override
    public Map<String, String> headersFor(Outgoing request) {
        return Map.of();
    }

    @Override
    public Secrets secretsOf(Map<String, String> headers) {
        return secrets;
    }
}
