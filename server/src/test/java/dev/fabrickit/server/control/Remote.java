package dev.fabrickit.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.server.Stub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** Speaks to a stub from outside. */
record Remote(Stub stub) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What was answered. */
    record Said(int status, String body) {
        Said mustBe(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }
    }

    /** The body of a good answer. */
    String get(String path) {
        return said("GET", path, null).mustBe(200).body();
    }

    Said put(String path, String body) {
        return said("PUT", path, body);
    }

    Said post(String path, String body) {
        return said("POST", path, body);
    }

    Said delete(String path) {
        return said("DELETE", path, null);
    }

    private Said said(String method, String path, @Nullable String body) {
        HttpResponse<String> answer = send(method, path, body);
        return new Said(answer.statusCode(), answer.body());
    }

    HttpResponse<String> send(String method, String path, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(stub.uri().resolve(path))
                .header("X-Auth-Token", stub.token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
