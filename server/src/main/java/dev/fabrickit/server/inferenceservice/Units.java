package dev.fabrickit.server.inferenceservice;

import io.micronaut.data.annotation.Embeddable;

/** The units of an endpoint that an inference service holds. */
@Embeddable
public record Units(String specCode, int min, int max) {}
