package dev.fabrickit.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes up requests that are wrong, the same ones for the same seed. All are Latin-1 text as it goes over the wire. */
final class Malformations {
    private static final Map<Contract.Promise, List<Boundary>> BODIES = Contract.OPERATIONS.stream()
            .filter(Malformations::hasBody)
            .collect(Collectors.toMap(
                    Function.identity(),
                    operation -> Boundaries.of(operation.bodySchema())
                            .filter(boundary -> !boundary.inside())
                            // One body of a hundred thousand messages is enough, and others send it.
                            .filter(boundary -> boundary.value().toString().length() < 100_000)
                            .toList()));

    private final Random random;
    private final String workspace;

    Malformations(long seed, String workspace) {
        this.random = new Random(seed);
        this.workspace = workspace;
    }

    /**
     * One wrong request.
     *
     * @param text what to send
     * @param harmless whether the server may also do what it asks, which changes nothing
     */
    record Malformation(String text, boolean harmless) {
        @Override
        public String toString() {
            return text.replaceAll("(?s)(.{300}).*", "$1\u2026");
        }
    }

    Malformation next() {
        return switch (random.nextInt(9)) {
            case 0 -> wrong(withBody(operation(Malformations::hasBody), brokenJson()));
            case 1 -> wrong(withBody(operation(Malformations::hasBody), pick(Oddities.LITERALS)));
            case 2 -> wrong(breach(operation(Malformations::hasBody)));
            case 3 -> wrong(wrongQuery(operation(operation -> takes(operation, "query"))));
            case 4 -> wrong(wrongPath(operation(operation -> takes(operation, "path"))));
            case 5 -> wrong(wrongVerb(operation(operation -> true)));
            case 6 -> wrong(wrongType(operation(Malformations::hasBody)));
            case 7 -> wrong(wrongFrame(operation(Malformations::hasBody)));
            default -> oddHeader(Contract.operation("listWorkspaces"));
        };
    }

    private static Malformation wrong(String text) {
        return new Malformation(text, false);
    }

    private static boolean hasBody(Contract.Promise operation) {
        return operation.operation().getRequestBody() != null;
    }

    private static boolean takes(Contract.Promise operation, String place) {
        return !operation.parametersIn(place).isEmpty();
    }

    private String brokenJson() {
        String json = operation(Malformations::hasBody).exampleBody().toString();
        int middle = 1 + random.nextInt(json.length() - 1);
        return switch (random.nextInt(5)) {
            case 0 -> json.substring(0, middle);
            case 1 -> json.substring(0, middle) + "\u00ff" + json.substring(middle);
            case 2 -> json.substring(0, middle) + "\u0001" + json.substring(middle);
            case 3 -> json + pick(List.of("}", "x", "{}", "\u0000", ",", "null"));
            default -> "{\"name\":\"team\"," + json.substring(1).replaceFirst("^", "\"name\":\"team\",");
        };
    }

    private String breach(Contract.Promise operation) {
        return withBody(operation, latin(pick(BODIES.get(operation)).value().toString()));
    }

    private String wrongQuery(Contract.Promise operation) {
        List<Parameter> parameters = operation.parametersIn("query");
        Parameter parameter = pick(parameters);
        List<String> breaches = Boundaries.of(parameter.getSchema())
                .filter(boundary -> !boundary.inside() && boundary.value().isTextual())
                .map(boundary -> boundary.value().textValue())
                .filter(text -> !text.matches("[\\d.]*|true|false"))
                .map(text -> parameter.getName() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .toList();
        boolean paged = parameters.stream().anyMatch(known -> known.getName().equals("limit"));
        String query = paged && (breaches.isEmpty() || random.nextBoolean())
                ? pick(Oddities.QUERIES)
                : breaches.isEmpty() ? parameter.getName() + "=%zz" : pick(breaches);
        return request(operation.verb(), path(operation) + "?" + query, "", "");
    }

    private String wrongPath(Contract.Promise operation) {
        String name = pick(operation.parametersIn("path")).getName();
        String path = random.nextInt(4) == 0
                ? path(operation)
                        .replaceFirst("/v1", pick(List.of("//v1", "/v1/", "/v1/..", "/V1", "/v1;x", "/%2Fv1", "/v2")))
                : operation.path().replace("{" + name + "}", pick(Oddities.IDS)).replaceAll("\\{\\w+}", workspace);
        return request(operation.verb(), path, "", hasBody(operation) ? body(operation) : "");
    }

    private String wrongVerb(Contract.Promise operation) {
        Set<String> known = Contract.OPERATIONS.stream()
                .filter(other -> other.path().equals(operation.path()))
                .map(Contract.Promise::verb)
                .collect(Collectors.toSet());
        String verb = pick(
                Oddities.VERBS.stream().filter(other -> !known.contains(other)).toList());
        return request(verb, path(operation), "", random.nextBoolean() ? "{}" : "");
    }

    private String wrongType(Contract.Promise operation) {
        String header = random.nextBoolean()
                ? "Content-Type: " + pick(Oddities.TYPES)
                : "Accept: " + pick(List.of("text/html", "/", "image/*"));
        return request(operation.verb(), path(operation), header + "\r\n", body(operation));
    }

    private String wrongFrame(Contract.Promise operation) {
        String chunked = "Transfer-Encoding: chunked\r\n\r\n";
        String frame = pick(List.of(
                "Content-Length: 13000000\r\n\r\n",
                "Content-Length: 99999999999\r\n\r\n{}",
                "Content-Length: -2\r\n\r\n{}",
                "Content-Length: x\r\n\r\n{}",
                "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                chunked + "zz\r\n{}\r\n0\r\n\r\n",
                chunked + "2;x=\"\r\n{]\r\n0\r\n\r\n",
                chunked + "1\r\n{\r\n0\r\n\r\n",
                chunked + "0\r\n\r\n",
                "Transfer-Encoding: gzip\r\n\r\n{}",
                "Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\n{"));
        return start(operation.verb(), path(operation), "HTTP/1.1") + frame;
    }

    private Malformation oddHeader(Contract.Promise operation) {
        String start = start("GET", path(operation), random.nextInt(3) == 0 ? pick(Oddities.VERSIONS) : "HTTP/1.1");
        return new Malformation(start + pick(Oddities.HEADERS) + "\r\n" + pick(Oddities.HEADERS) + "\r\n\r\n", true);
    }

    private String withBody(Contract.Promise operation, String body) {
        return request(operation.verb(), path(operation), "Content-Type: application/json\r\n", body);
    }

    private static String request(String verb, String path, String headers, String body) {
        return start(verb, path, "HTTP/1.1") + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String start(String verb, String path, String version) {
        return verb + " " + path + " " + version + "\r\nHost: localhost\r\nConnection: close\r\nX-Auth-Token: "
                + Stub.DEVELOPMENT_TOKEN + "\r\n";
    }

    private static String body(Contract.Promise operation) {
        return latin(String.valueOf((JsonNode) operation.exampleBody()));
    }

    /** The bytes of UTF-8, each as one character. */
    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private String path(Contract.Promise operation) {
        return operation.pathWith(workspace);
    }

    private Contract.Promise operation(Predicate<Contract.Promise> kind) {
        return pick(Contract.OPERATIONS.stream().filter(kind).toList());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
