package dev.fabrickit.server.seam;

import io.micronaut.http.HttpRequest;

/** A stream that says nothing at all: by itself one without events says from time to time that it is alive. */
public final class DeepSilence {
    private static final String ATTRIBUTE = "fabrickit.deep-silence";

    private DeepSilence() {}

    /** From now on the stream that answers this request is silent but for its events. */
    public static void begin(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    public static boolean hasBegun(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE).isPresent();
    }
}
