package dev.fabrickit.server.benchmark;

/**
 * What became of an order.
 *
 * @param whole answers with status 200 that came to their end
 * @param done those of them whose last event is {@code [DONE]}
 * @param cut all other requests
 * @param events how many events came in all
 * @param seconds from the first request to the last answer
 * @param p50Millis how long an answer took from its request to its last byte, in the middle
 * @param p99Millis longer than 99 of 100 took
 * @param maxMillis the longest
 */
record Report(
        int whole,
        int done,
        int cut,
        long events,
        double seconds,
        double p50Millis,
        double p99Millis,
        double maxMillis) {

    double perSecond() {
        return whole / seconds;
    }
}
