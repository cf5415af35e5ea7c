package dev.fabrickit.server.invocation.upstream;

import dev.fabrickit.server.settings.Time;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where answers come from.
 *
 * @param url what stands before {@code /chat/completions}
 * @param model the model to ask for; the caller's when null
 * @param keyFrom the environment variable with the key; null sends none
 * @param connectTimeout 2 s when null
 * @param firstTokenTimeout from asking to the first token; 60 s when null
 * @param silenceTimeout from one token to the next; 30 s when null
 * @param calls how many at a time; 256 when null
 * @param retries how often to try again what failed before its first token; 2 when null
 */
record UpstreamSettings(
        URI url,
        @Nullable String model,
        @Nullable String keyFrom,
        @Nullable Time connectTimeout,
        @Nullable Time firstTokenTimeout,
        @Nullable Time silenceTimeout,
        @Nullable Integer calls,
        @Nullable Integer retries) {
    private static final int MANY = 256;

    UpstreamSettings {
        if (url == null
                || url.getHost() == null
                || !"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("needs a url that begins with http:// or https://");
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException("must not have credentials in its url: use key-from");
        }
        if (calls != null && calls < 1 || retries != null && retries < 0) {
            throw new IllegalArgumentException("needs calls of 1 or more and retries of 0 or more");
        }
    }

    private static Duration orElse(@Nullable Time time, int seconds) {
        return time == null ? Duration.ofSeconds(seconds) : time.duration();
    }

    Duration connect() {
        return orElse(connectTimeout, 2);
    }

    Duration firstToken() {
        return orElse(firstTokenTimeout, 60);
    }

    Duration silence() {
        return orElse(silenceTimeout, 30);
    }

    int atATime() {
        return calls == null ? MANY : calls;
    }

    int attempts() {
        return 1 + (retries == null ? 2 : retries);
    }

    URI completions() {
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/chat/completions");
    }
}
