package dev.fabrickit.server.invocation;

import dev.fabrickit.server.seam.ConnectionCut;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;

/**
 * The events of one answer on their way to one connection. All of it happens on the connection's event loop. An event is
 * written when it is there, and what is there at the same moment is written together. A slow reader slows the engine: no
 * more than {@link #AHEAD} events are asked for before they can be written. When the connection closes, no more are.
 */
final class EventStream implements Subscriber<byte[]>, Subscription {
    static final int AHEAD = 16;

    private final CompletableFuture<EventStream> opening = new CompletableFuture<>();
    private final Channel connection;
    private final EventWriter writer;
    private final Silence silence;
    private final ChannelFutureListener leaving = closed -> cancel();
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private final Queue<byte[]> held = new ArrayDeque<>(AHEAD);

    private Subscription source = Operators.emptySubscription();
    private @Nullable Subscriber<? super ReadBuffer> reader;
    private @Nullable ReadBufferFactory buffers;
    /** How many writes the reader still takes. */
    private long wanted;
    /** How many events are still to come. */
    private int asked;

    private boolean begun;
    private boolean ended;
    private @Nullable Throwable failure;
    private boolean busy;
    private boolean over;

    EventStream(Channel connection, EventWriter writer, Silence silence) {
        this.connection = connection;
        this.writer = writer;
        this.silence = silence;
    }

    /** Completes when there is something to write; fails when there is a failure in its place. */
    CompletableFuture<EventStream> opening() {
        return opening;
    }

    /** In the order of the calls, whichever threads they come from: one on the loop must not overtake those on their way to it. */
    private void onLoop(Runnable step) {
        if (connection.eventLoop().inEventLoop() && onTheirWay.get() == 0) {
            step.run();
        } else {
            onTheirWay.incrementAndGet();
            connection.eventLoop().execute(() -> {
                onTheirWay.decrementAndGet();
                step.run();
            });
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        onLoop(() -> {
            source = subscription;
            connection.closeFuture().addListener(leaving);
            silence.begin(this::breakSilence);
            ask(1);
        });
    }

    private void ask(int events) {
        asked += events;
        source.request(events);
    }

    private void breakSilence() {
        if (held.isEmpty()) {
            hold(writer.comment());
        }
    }

    @Override
    public void onNext(byte[] event) {
        onLoop(() -> {
            asked--;
            begun = true;
            hold(event);
        });
    }

    private void hold(byte[] event) {
        if (!over) {
            held.add(event);
            drainSoon();
        }
    }

    /** Only when the source is done with what it is doing, to have all that it gives at once. */
    private void drainSoon() {
        if (!busy) {
            busy = true;
            connection.eventLoop().execute(() -> {
                busy = false;
                opening.complete(this);
                drain();
            });
        }
    }

    @Override
    public void onError(Throwable problem) {
        onLoop(() -> {
            if (!begun && !opening.isDone()) {
                finish();
                opening.completeExceptionally(problem);
            } else if (begun) {
                failure = problem;
                end();
            } else {
                hold(writer.failure(problem));
                end();
            }
        });
    }

    @Override
    public void onComplete() {
        onLoop(this::end);
    }

    private void end() {
        ended = true;
        drainSoon();
    }

    /** Hands the events over. To be called once. */
    void read(Subscriber<? super ReadBuffer> by, ReadBufferFactory factory) {
        reader = by;
        buffers = factory;
        by.onSubscribe(this);
    }

    @Override
    public void request(long writes) {
        onLoop(() -> {
            wanted = Operators.addCap(wanted, writes);
            drain();
        });
    }

    private void drain() {
        if (busy || over || reader == null || buffers == null) {
            return;
        }
        busy = true;
        while (wanted > 0 && (!held.isEmpty() || askedAhead())) {
            wanted--;
            silence.restart();
            reader.onNext(buffers.adapt(takeHeld()));
        }
        busy = false;
        if (ended && held.isEmpty()) {
            finish();
            complete(reader);
        }
    }

    /** Whether there is something at once. */
    private boolean askedAhead() {
        if (!ended && asked <= AHEAD / 2) {
            ask(AHEAD - asked);
        }
        return !held.isEmpty();
    }

    private byte[] takeHeld() {
        byte[] first = held.remove();
        if (held.isEmpty()) {
            return first;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(first.length * (held.size() + 2));
        all.writeBytes(first);
        held.forEach(all::writeBytes);
        held.clear();
        return all.toByteArray();
    }

    private void complete(Subscriber<? super ReadBuffer> by) {
        if (failure == null) {
            by.onComplete();
        } else if (failure instanceof ConnectionCut) {
            // Once all that was written has left.
            connection.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            by.onError(failure);
        }
    }

    @Override
    public void cancel() {
        onLoop(() -> {
            if (!over) {
                finish();
                source.cancel();
                // What is under way for this connection is put away by being answered.
                opening.complete(this);
            }
        });
    }

    private void finish() {
        over = true;
        held.clear();
        silence.end();
        connection.closeFuture().removeListener(leaving);
    }
}
