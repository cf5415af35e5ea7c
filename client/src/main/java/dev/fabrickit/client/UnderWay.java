package dev.fabrickit.client;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What ends each exchange of a client; before Java 21 the JDK's client ends none. It does not know that client, as a connection
 * that the JDK forgets would otherwise keep it for ever.
 */
final class UnderWay {
    private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    void add(CompletableFuture<?> over, Runnable ending) {
        endings.add(ending);
        over.whenComplete((result, failure) -> endings.remove(ending));
        if (ended) {
            ending.run();
        }
    }

    ArrivingBody tracked(ArrivingBody body) {
        add(body.over(), body::close);
        return body;
    }

    void end() {
        ended = true;
        endings.forEach(Runnable::run);
    }

    boolean isEnded() {
        return ended;
    }
}
