package dev.fabrickit.server.invocation.upstream;

import dev.fabrickit.server.Timers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * Gives a source up that is silent for too long. Only time counts in which something was asked for: a slow reader is not the
 * source's fault.
 */
final class Watch<T> implements Subscriber<T>, Subscription {
    private final Subscriber<? super T> reader;
    private final Timers timers;
    private final Duration next;
    private final Disposable.Swap alarm = Disposables.swap();
    private final AtomicBoolean over = new AtomicBoolean();
    private Subscription source = Operators.emptySubscription();
    private long wanted;
    private Duration patience;

    private Watch(Subscriber<? super T> reader, Timers timers, Duration first, Duration next) {
        this.reader = reader;
        this.timers = timers;
        this.patience = first;
        this.next = next;
    }

    /**
     * The same as the source, which has a time to its first element and a time from each to the next.
     */
    static <T> Flux<T> over(Flux<T> source, Timers timers, Duration first, Duration next) {
        return Flux.from(reader -> source.subscribe(new Watch<>(reader, timers, first, next)));
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        reader.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        synchronized (this) {
            if (wanted == 0) {
                listen();
            }
            wanted = Operators.addCap(wanted, more);
        }
        source.request(more);
    }

    private void listen() {
        alarm.update(timers.after(patience, this::giveUp));
    }

    private void giveUp() {
        if (end()) {
            source.cancel();
            reader.onError(UpstreamFailures.silent());
        }
    }

    private boolean end() {
        alarm.dispose();
        return over.compareAndSet(false, true);
    }

    @Override
    public void onNext(T item) {
        synchronized (this) {
            patience = next;
            wanted--;
            if (wanted > 0) {
                listen();
            } else {
                alarm.update(Disposables.disposed());
            }
        }
        if (!over.get()) {
            reader.onNext(item);
        }
    }

    @Override
    public void onError(Throwable problem) {
        if (end()) {
            reader.onError(problem);
        }
    }

    @Override
    public void onComplete() {
        if (end()) {
            reader.onComplete();
        }
    }

    @Override
    public void cancel() {
        end();
        source.cancel();
    }
}
