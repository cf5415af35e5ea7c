package dev.fabrickit.client;

import java.time.Duration;

/**
 * What waiting has seen.
 *
 * @param subject what is waited for, as messages name it
 * @param status its state, {@code CREATING} for example, or {@code not to be seen} when the asking failed
 * @param waited since the waiting began
 */
public record Progress(String subject, String status, Duration waited) {}
