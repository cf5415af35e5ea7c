package dev.fabrickit.conformance.cli;

import java.util.stream.IntStream;

/** Threads that take all the processor time they get. */
final class BusyThreads {
    private volatile boolean busy = true;

    private BusyThreads() {}

    static BusyThreads start(int number) {
        BusyThreads load = new BusyThreads();
        IntStream.range(0, number).forEach(each -> {
            Thread thread = new Thread(load::spin, "busy " + each);
            thread.setDaemon(true);
            thread.start();
        });
        return load;
    }

    private void spin() {
        while (busy) {
            Math.sqrt(System.nanoTime());
        }
    }

    void stop() {
        busy = false;
    }
}
