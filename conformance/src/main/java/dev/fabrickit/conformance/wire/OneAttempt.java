package dev.fabrickit.conformance.wire;

import java.io.IOException;
import java.net.SocketException;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.jspecify.annotations.Nullable;

/** The library's client, but it hides nothing of what a service does. */
@SuppressWarnings("deprecation")
final class OneAttempt extends DefaultHttpClient {
    /** By itself it would send a request again that got no answer. */
    OneAttempt() {
        setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
    }

    /** A service may answer before it has read all, and close: by itself the client would not look at that answer. */
    @Override
    protected HttpRequestExecutor createRequestExecutor() {
        return new HttpRequestExecutor() {
            @Override
            protected @Nullable HttpResponse doSendRequest(
                    HttpRequest request, HttpClientConnection connection, HttpContext context)
                    throws IOException, HttpException {
                try {
                    return super.doSendRequest(request, connection, context);
                } catch (SocketException e) {
                    // Nothing yet: then it is received.
                    return null;
                }
            }
        };
    }
}
