package dev.fabrickit.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request byte by byte, one character for each.
 *
 * @param target path and query as they shall be on the wire
 * @param chunked whether the body goes out in chunks of seven bytes
 */
record RawRequest(String method, String target, Map<String, String> headers, String body, boolean chunked) {
    private static final Pattern CHUNK = Pattern.compile("(?s).{1,7}");

    static RawRequest of(String method, String target) {
        return new RawRequest(
                method, target, Map.of("Host", "fabric.example.com", "X-Sdk-Date", "20260101T000000Z"), "", false);
    }

    /** A request with a JSON body. */
    static RawRequest of(String method, String target, String json) {
        return of(method, target).body(json).header("Content-Type", "application/json");
    }

    RawRequest method(String other) {
        return new RawRequest(other, target, headers, body, chunked);
    }

    RawRequest target(String other) {
        return new RawRequest(method, other, headers, body, chunked);
    }

    RawRequest body(String text) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new RawRequest(method, target, headers, bytes, chunked);
    }

    RawRequest inChunks() {
        return new RawRequest(method, target, headers, body, true);
    }

    RawRequest header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new RawRequest(method, target, more, body, chunked);
    }

    RawRequest without(String name) {
        Map<String, String> fewer = new TreeMap<>(headers);
        fewer.remove(name);
        return new RawRequest(method, target, fewer, body, chunked);
    }

    /** Changes something in the header Authorization. */
    RawRequest authorization(String part, String other) {
        return header("Authorization", headers.get("Authorization").replace(part, other));
    }

    String text() {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        String framing = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length();
        String content = chunked
                ? CHUNK.matcher(body)
                                .replaceAll(chunk ->
                                        Integer.toHexString(chunk.group().length()) + "\r\n"
                                                + Matcher.quoteReplacement(chunk.group()) + "\r\n")
                        + "0\r\n\r\n"
                : body;
        return method + " " + target + " HTTP/1.1\r\n" + lines + framing + "\r\nConnection: close\r\n\r\n" + content;
    }
}
