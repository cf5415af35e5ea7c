package dev.fabrickit.client;

import java.time.Duration;
import java.time.Instant;

/** The clock, and waiting by it. */
interface Time {
    Time REAL = new Time() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration pause) throws InterruptedException {
            Thread.sleep(pause.toMillis());
        }
    };

    Instant now();

    void pause(Duration pause) throws InterruptedException;
}
