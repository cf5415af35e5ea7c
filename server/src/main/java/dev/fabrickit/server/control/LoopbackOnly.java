package dev.fabrickit.server.control;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.HttpServerConfiguration;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is not on this machine finds no control paths. Nor does a page in a browser on it that has its own name lead here:
 * it would come from the loopback, but under that name.
 */
@ServerFilter("/_fabrickit/**")
@Requires(property = Control.ENABLED, value = "true")
class LoopbackOnly {
    private final @Nullable String boundTo;

    LoopbackOnly(HttpServerConfiguration server) {
        boundTo = server.getHost().orElse(null);
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (!request.getRemoteAddress().getAddress().isLoopbackAddress()) {
            throw new Refusal(ErrorCode.NO_PATH, "response status exception, code: 404");
        }
        if (!request.getHeaders().getAll(HttpHeaders.HOST).stream().allMatch(this::isOurs)) {
            throw new Refusal(
                    ErrorCode.INVALID_REQUEST,
                    "the header Host must be localhost, a loopback address or the address that the stub is bound to",
                    "Send control requests to http://localhost with the port of the stub.");
        }
    }

    private boolean isOurs(String authority) {
        String host = hostOf(authority);
        if (host.equalsIgnoreCase("localhost") || host.equalsIgnoreCase(boundTo)) {
            return true;
        }
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(host);
        return address != null && address.isLoopbackAddress();
    }

    /** Empty when it is none. */
    private static String hostOf(String authority) {
        try {
            URI uri = new URI("http", authority, null, null, null);
            return uri.getHost() == null || uri.getUserInfo() != null
                    ? ""
                    : uri.getHost().replaceAll("[\\[\\]]", "");
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
