package dev.fabrickit.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** All that wait for their moment, the earliest first, and of two for the same moment the one that came first. */
final class Alarms {
    private final ConcurrentSkipListSet<Alarm> waiting =
            new ConcurrentSkipListSet<>(Comparator.comparing(Alarm::due).thenComparingLong(Alarm::number));

    void add(Alarm alarm) {
        waiting.add(alarm);
    }

    void remove(Alarm alarm) {
        waiting.remove(alarm);
    }

    /** Takes out the next that is due by then. */
    @Nullable
    Alarm poll(Instant until) {
        for (Alarm alarm : waiting) {
            if (alarm.due().isAfter(until)) {
                return null;
            }
            if (waiting.remove(alarm)) {
                return alarm;
            }
        }
        return null;
    }

    List<Alarm> drain() {
        List<Alarm> drained = new ArrayList<>();
        for (Alarm next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
            drained.add(next);
        }
        return drained;
    }
}
