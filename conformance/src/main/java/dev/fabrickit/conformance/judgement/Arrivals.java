package dev.fabrickit.conformance.judgement;

import static dev.fabrickit.conformance.judgement.Claim.must;

import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.scene.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges when the pieces of a stream arrived. A machine may stumble once: whoever judges by this listens several times before
 * it fails. Of an answer that was made at once nothing can be told.
 */
public final class Arrivals {
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    /** Of a service that thinks long and speaks fast the share says nothing, but its stream takes this long at least. */
    private static final Duration LONGEST_MOMENT = Duration.ofMillis(150);

    /** A stream that was held back arrives at one moment: nearly all of its time passes before its first piece. */
    private static final int SMALLEST_SHARE = 10;

    /** One that was held back after its first piece has one long pause. */
    private static final int LONGEST_PAUSE = 50;

    /** Pieces that are collected arrive in heaps of several. */
    private static final int LARGEST_HEAP = 3;

    private Arrivals() {}

    /** Whether the pieces arrived one after the other. */
    public static boolean areSpread(Transcript stream) {
        return faultInSpread(stream).isEmpty();
    }

    /** Pieces must arrive while the answer is made. */
    public static void mustBeSpread(Transcript stream) {
        must(areSpread(stream), faultInSpread(stream));
    }

    private static String faultInSpread(Transcript stream) {
        List<Duration> arrivals = stream.arrivals();
        if (arrivals.size() < 2) {
            return "what it says comes in " + arrivals.size() + " pieces";
        }
        long last = arrivals.get(arrivals.size() - 1).toNanos();
        long spread = last - arrivals.get(0).toNanos();
        long share = 100 * spread / last;
        long pause =
                100 * pauses(arrivals).stream().mapToLong(Long::longValue).max().orElse(0) / Math.max(1, spread);
        if (last < AT_ONCE.toNanos()) {
            return "";
        }
        boolean fast = !Run.current().contract().isFull() && spread >= LONGEST_MOMENT.toNanos();
        if (share < SMALLEST_SHARE && !fast) {
            return "only the last " + share + " % of its time passed between its first and its last piece";
        }
        return pause > LONGEST_PAUSE && arrivals.size() > 3
                ? "one pause took " + pause + " % of the time between its first and its last piece"
                : "";
    }

    /** Whether each piece, or nearly, had a moment of its own. */
    public static boolean areApart(Transcript stream) {
        return faultInHeaps(stream).isEmpty();
    }

    /** Pieces must not wait for one another. */
    public static void mustBeApart(Transcript stream) {
        must(areApart(stream), faultInHeaps(stream));
    }

    private static String faultInHeaps(Transcript stream) {
        List<Duration> arrivals = stream.arrivals();
        if (arrivals.isEmpty() || arrivals.get(arrivals.size() - 1).compareTo(AT_ONCE) < 0) {
            return "";
        }
        long mean = arrivals.get(arrivals.size() - 1).minus(arrivals.get(0)).toNanos() / arrivals.size();
        long moments =
                1 + pauses(arrivals).stream().filter(pause -> pause > mean / 4).count();
        return arrivals.size() > LARGEST_HEAP * moments
                ? arrivals.size() + " pieces arrived at " + moments + " moments"
                : "";
    }

    private static List<Long> pauses(List<Duration> arrivals) {
        return IntStream.range(1, arrivals.size())
                .mapToObj(at -> arrivals.get(at).minus(arrivals.get(at - 1)).toNanos())
                .toList();
    }
}
