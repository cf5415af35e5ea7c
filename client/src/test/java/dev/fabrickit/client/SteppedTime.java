package dev.fabrickit.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stands still but for pauses, which take no time, and what a test adds. */
final class SteppedTime implements Time {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = BEGIN;

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void pause(Duration pause) {
        pauses.add(pause);
        now = now.plus(pause);
    }

    synchronized void advance(Duration step) {
        now = now.plus(step);
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
