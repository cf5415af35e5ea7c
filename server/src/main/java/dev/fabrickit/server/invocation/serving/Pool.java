package dev.fabrickit.server.invocation.serving;

import dev.fabrickit.server.Timers;
import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.inferenceservice.Units;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/**
 * The slots of one inference service and the queue before them. Who comes first is served first; who comes when the queue is full
 * is refused at once.
 */
final class Pool {
    private final UnitSettings settings;
    private final Fleet fleet;
    private final Set<Ticket> waiting = new LinkedHashSet<>();
    private int running;
    private boolean closed;

    /** What callers are to be told, in order: outside of the lock, and never while another is being told. */
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();

    private final AtomicInteger untold = new AtomicInteger();

    Pool(Units bounds, UnitSettings settings, Timers timers, Clock clock) {
        this.settings = settings;
        this.fleet = new Fleet(bounds, settings, timers, clock, this::inTurn);
    }

    /** Completes when the ticket has its slot; fails with a refusal when it will get none. */
    Mono<Void> enter(Ticket ticket) {
        return Mono.create(caller -> {
            ticket.holdFor(caller);
            inTurn(() -> take(ticket));
        });
    }

    private void take(Ticket ticket) {
        if (ticket.hasLeft()) {
            return;
        }
        waiting.add(ticket);
        if (closed) {
            refuseAll();
            return;
        }
        fill();
        if (waiting.size() > settings.queue()) {
            waiting.remove(ticket);
            news.add(() -> ticket.refuse(new Refusal(
                            ErrorCode.QUEUE_FULL,
                            "all units of the inference service are busy and its queue is full",
                            "Try again after the time that Retry-After names.")
                    .retryAfter(settings.retryAfter())));
        }
    }

    /** Frees the slot of the ticket, or its place in the queue. Without effect when it has neither. */
    void leave(Ticket ticket) {
        inTurn(() -> {
            waiting.remove(ticket);
            if (ticket.leave()) {
                running--;
            }
        });
    }

    void resize(Units bounds) {
        inTurn(() -> fleet.resize(bounds));
    }

    /** Refuses who waits and whoever comes. Answers that are under way go on. */
    void close() {
        inTurn(() -> {
            closed = true;
            fleet.close();
            refuseAll();
        });
    }

    private void refuseAll() {
        waiting.forEach(ticket -> news.add(
                () -> ticket.refuse(new Refusal(ErrorCode.NOT_READY, "the inference service is being deleted"))));
        waiting.clear();
    }

    private void inTurn(Runnable change) {
        synchronized (this) {
            change.run();
            if (!closed) {
                fill();
            }
        }
        tell();
    }

    private void fill() {
        fleet.serve(running + waiting.size());
        Iterator<Ticket> next = waiting.iterator();
        while (running < fleet.slots() && next.hasNext()) {
            Ticket ticket = next.next();
            next.remove();
            running++;
            ticket.takeSlot();
            news.add(ticket::admit);
        }
    }

    /** A caller who is told may leave at once and so make room for the next: that one is told by the loop, not by recursion. */
    private void tell() {
        if (untold.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            for (Runnable next = news.poll(); next != null; next = news.poll()) {
                next.run();
            }
            seen = untold.addAndGet(-seen);
        } while (seen != 0);
    }

    synchronized int running() {
        return running;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int units() {
        return fleet.running();
    }
}
