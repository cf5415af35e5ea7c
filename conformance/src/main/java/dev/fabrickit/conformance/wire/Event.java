package dev.fabrickit.conformance.wire;

import java.time.Duration;

/**
 * One event of a stream.
 *
 * @param data its data: the lines of its {@code data} fields, joined by LF
 * @param arrived how long after the request it was complete
 */
public record Event(String data, Duration arrived) {}
