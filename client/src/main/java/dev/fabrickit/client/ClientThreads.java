package dev.fabrickit.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that a client can end, and that do not keep a program running. */
final class ClientThreads {
    static final String NAME = "fabrickit-client-";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private ClientThreads() {}

    static ExecutorService start() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, NAME + COUNT.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
