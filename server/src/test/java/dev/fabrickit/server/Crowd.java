package dev.fabrickit.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Requests that are sent at the same moment. */
final class Crowd {
    private Crowd() {}

    /** The answers, in the order of the requests. */
    static List<Answer> allAtOnce(List<Supplier<Answer>> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        ExecutorService pool = Executors.newFixedThreadPool(requests.size());
        try {
            List<Future<Answer>> running = new ArrayList<>();
            for (Supplier<Answer> request : requests) {
                running.add(pool.submit(() -> {
                    start.await();
                    return request.get();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
