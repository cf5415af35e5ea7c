package dev.fabrickit.server.invocation;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import jakarta.inject.Singleton;
import java.io.OutputStream;

/** Makes the body of a response of an event stream. */
@Singleton
@Produces(MediaType.TEXT_EVENT_STREAM)
final class EventStreamWriter implements ResponseBodyWriter<EventStream> {
    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<EventStream> type,
            MediaType mediaType,
            EventStream events) {
        return bodies.adapt(reader -> events.read(reader, bodies.readBufferFactory()));
    }

    @Override
    public void writeTo(
            Argument<EventStream> type,
            MediaType mediaType,
            EventStream events,
            MutableHeaders headers,
            OutputStream stream) {
        throw new UnsupportedOperationException("an event stream does not wait for an output stream");
    }
}
