package dev.fabrickit.server.error;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells a head that was too long to be read from a body that is: to the framework they are the same. */
@Singleton
class LongHeads {
    private final NettyHttpServerConfiguration limits;

    LongHeads(NettyHttpServerConfiguration limits) {
        this.limits = limits;
    }

    Optional<Refusal> refusal(HttpRequest<?> request) {
        Throwable problem = request instanceof NettyHttpRequest<?> received
                ? received.getNativeRequest().decoderResult().cause()
                : null;
        if (problem instanceof TooLongHttpLineException) {
            return Optional.of(tooLong("the path and the query", limits.getMaxInitialLineLength()));
        }
        return problem instanceof TooLongHttpHeaderException
                ? Optional.of(tooLong("the headers", limits.getMaxHeaderSize()))
                : Optional.empty();
    }

    private static Refusal tooLong(String part, int most) {
        return Refusal.unreadable(part + " must not be longer than " + most + " bytes");
    }
}
