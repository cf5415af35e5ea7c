package dev.fabrickit.server.benchmark;

/**
 * Requests to send, all alike.
 *
 * @param path where to, on a port of this machine
 * @param body JSON, or empty to send GET
 * @param connections how many send at a time
 * @param rampMillis over how long they begin, evenly
 * @param each how many requests each of them sends, one after the other
 * @param bytesPerSecond how fast each reads; 0 is as fast as it can
 */
record Order(
        int port,
        String path,
        String token,
        String body,
        int connections,
        int rampMillis,
        int each,
        int bytesPerSecond) {

    Order readSlowly(int bytesPerSecond, int connections) {
        return new Order(port, path, token, body, connections, rampMillis, 1, bytesPerSecond);
    }

    Order at(int port) {
        return new Order(port, path, token, body, connections, rampMillis, each, bytesPerSecond);
    }
}
