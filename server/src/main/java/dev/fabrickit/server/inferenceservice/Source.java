package dev.fabrickit.server.inferenceservice;

import io.micronaut.data.annotation.Embeddable;

/** The model that an inference service runs, in the version that it was deployed with. */
@Embeddable
public record Source(String modelId, String versionId) {}
