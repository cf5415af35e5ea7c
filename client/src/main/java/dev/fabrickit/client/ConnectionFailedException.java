package dev.fabrickit.client;

import static java.util.Objects.requireNonNullElse;

import dev.fabrickit.client.api.Call;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * No answer, or not all of it, came over the connection: refused, cut, timed out or interrupted. A call that changes
 * something may have done so all the same, unless {@link #isUnsent()}.
 */
public final class ConnectionFailedException extends FabricException {
    private static final long serialVersionUID = 1L;

    ConnectionFailedException(Call call, @Nullable String requestId, String happened, Throwable cause) {
        // The JDK's ConnectException has no message.
        super(call, requestId, happened + ": " + requireNonNullElse(cause.getMessage(), nameOf(cause)), cause);
    }

    private ConnectionFailedException(ConnectionFailedException first) {
        super(first);
    }

    ConnectionFailedException again() {
        return new ConnectionFailedException(this);
    }

    /** Whether there was no connection at all, so that the service cannot have acted. */
    public boolean isUnsent() {
        return isCausedBy(ConnectException.class) || isCausedBy(HttpConnectTimeoutException.class);
    }

    /** Whether the caller's time ran out. */
    public boolean isTimeout() {
        return isCausedBy(HttpTimeoutException.class);
    }

    /** Whether another attempt could meet a better moment. */
    boolean mayPass() {
        return Stream.of(InterruptedException.class, SSLException.class, CancellationException.class)
                .noneMatch(this::isCausedBy);
    }

    private boolean isCausedBy(Class<? extends Exception> type) {
        return Stream.iterate(getCause(), cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(type::isInstance);
    }

    private static String nameOf(Throwable cause) {
        return cause.getClass().getSimpleName();
    }
}
