package dev.fabrickit.client;

import java.util.List;
import java.util.Map;

/** Sends one and the same token for ever. */
record FixedToken(String token) implements Authorizer {

    @Override
    public Map<String, String> headersFor(Outgoing request) {
        return Map.of(RenewedToken.HEADER, token);
    }

    @Override
    public Secrets secretsOf(Map<String, String> headers) {
        return new Secrets(List.of(token));
    }

    @Override
    public String toString() {
        return "FixedToken";
    }
}
