package dev.fabrickit.server.inferenceservice;

/**
 * Told within the transaction that updates or deletes an inference service.
 *
 * @param units what it holds from now on
 * @param isDeleting from now on it answers nothing
 */
public record ServiceChanged(String id, Units units, boolean isDeleting) {}
