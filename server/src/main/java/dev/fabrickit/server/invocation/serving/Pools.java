package dev.fabrickit.server.invocation.serving;

import dev.fabrickit.server.Timers;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.inferenceservice.InferenceServices;
import dev.fabrickit.server.inferenceservice.ServiceChanged;
import dev.fabrickit.server.inferenceservice.ServiceRow;
import dev.fabrickit.server.invocation.engine.Piece;
import dev.fabrickit.server.lifecycle.AllGone;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The pools of the inference services that this process has answered for, each until its service is deleted. */
@Singleton
public class Pools {
    private final InferenceServices services;
    private final UnitSettings settings;
    private final Timers timers;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Served> served = new ConcurrentHashMap<>();

    Pools(InferenceServices services, UnitSettings settings, Timers timers, Clock clock, MeterRegistry meters) {
        this.services = services;
        this.settings = settings;
        this.timers = timers;
        this.clock = clock;
        this.meters = meters;
    }

    private record Served(Pool pool, ServiceMeters meters) {
        void close() {
            pool.close();
            meters.remove();
        }
    }

    /**
     * The same answer, begun as soon as there is a slot for it, measured, and holding the slot until it ends, fails or is
     * cancelled. It fails with a refusal before its first piece when the queue is full or the service is deleted meanwhile.
     *
     * <p>This call reads the database the first time; the answer does not block.
     *
     * @param service was serving just now
     */
    public Flux<Piece> admit(ServiceRow service, Publisher<Piece> answer) {
        Served by = of(service);
        return Flux.defer(() -> {
            Ticket ticket = new Ticket();
            return by.pool()
                    .enter(ticket)
                    .thenMany(answer)
                    .tap(by.meters()::begin)
                    // Before the caller hears of the end and comes again.
                    .doOnTerminate(() -> by.pool().leave(ticket))
                    .doOnCancel(() -> by.pool().leave(ticket));
        });
    }

    private Served of(ServiceRow service) {
        Served known = served.get(service.id());
        if (known == null) {
            known = served.computeIfAbsent(service.id(), id -> open(service));
            requireStays(service);
        }
        known.pool().resize(service.units());
        return known;
    }

    /** A deletion that came in between has not seen the pool. */
    private void requireStays(ServiceRow service) {
        try {
            services.requireServing(service.workspaceId(), service.id());
        } catch (Refusal gone) {
            close(service.id());
            throw gone;
        }
    }

    private Served open(ServiceRow service) {
        Pool pool = new Pool(service.units(), settings, timers, clock);
        return new Served(pool, new ServiceMeters(meters, clock, service.modelId(), service.id(), pool));
    }

    private void close(String id) {
        Served gone = served.remove(id);
        if (gone != null) {
            gone.close();
        }
    }

    @TransactionalEventListener
    void follow(ServiceChanged service) {
        Served known = served.get(service.id());
        if (service.isDeleting()) {
            close(service.id());
        } else if (known != null) {
            known.pool().resize(service.units());
        }
    }

    @TransactionalEventListener
    void closeAll(AllGone all) {
        served.keySet().forEach(this::close);
    }
}
