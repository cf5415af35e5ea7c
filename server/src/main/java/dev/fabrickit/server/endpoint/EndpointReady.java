package dev.fabrickit.server.endpoint;

import java.time.Instant;

/** Told whenever it changes when an endpoint comes to run. What is built upon the endpoint listens. */
public record EndpointReady(String endpointId, Instant readyAt) {}
