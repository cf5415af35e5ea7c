package dev.fabrickit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of the contract to which OpenAPI gives a meaning.
 *
 * @param name how a failure calls it: {@code createWorkspace/responses/200}, {@code Workspace/id}
 * @param pointer where it stands, as a JSON pointer
 */
record Element(Kind kind, String name, String pointer, ObjectNode node) {

    enum Kind {
        DOCUMENT,
        PATH,
        OPERATION,
        PARAMETER,
        REQUEST_BODY,
        RESPONSE,
        HEADER,
        MEDIA_TYPE,
        STREAM,
        SCHEMA
    }

    static Element of(ObjectNode document) {
        return new Element(Kind.DOCUMENT, "", "", document);
    }

    static Element component(Kind kind, String pointer, ObjectNode node) {
        return new Element(kind, readable(pointer.substring(1)), pointer, node);
    }

    boolean isReference() {
        return node.has("$ref");
    }

    boolean isComponent() {
        return pointer.matches("/components/[^/]+/[^/]+");
    }

    boolean isProperty() {
        return pointer.matches(".*/properties/[^/]+");
    }

    String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    Stream<Element> children() {
        Stream<Stream<Element>> parts = switch (kind) {
            case DOCUMENT ->
                Stream.of(
                        each("paths", Kind.PATH),
                        each("components/parameters", Kind.PARAMETER),
                        each("components/requestBodies", Kind.REQUEST_BODY),
                        each("components/responses", Kind.RESPONSE),
                        each("components/headers", Kind.HEADER),
                        each("components/schemas", Kind.SCHEMA));
            case PATH ->
                Stream.of(
                        each("parameters", Kind.PARAMETER),
                        one("get", Kind.OPERATION),
                        one("put", Kind.OPERATION),
                        one("post", Kind.OPERATION),
                        one("delete", Kind.OPERATION));
            case OPERATION ->
                Stream.of(
                        each("parameters", Kind.PARAMETER),
                        one("requestBody", Kind.REQUEST_BODY),
                        each("responses", Kind.RESPONSE));
            case PARAMETER, HEADER -> Stream.of(one("schema", Kind.SCHEMA));
            case REQUEST_BODY -> Stream.of(each("content", Kind.MEDIA_TYPE));
            case RESPONSE -> Stream.of(each("headers", Kind.HEADER), each("content", Kind.MEDIA_TYPE));
            case MEDIA_TYPE -> Stream.of(one("schema", Kind.SCHEMA), one("x-stream", Kind.STREAM));
            case STREAM -> Stream.of();
            case SCHEMA ->
                Stream.of(
                        each("properties", Kind.SCHEMA),
                        one("items", Kind.SCHEMA),
                        one("additionalProperties", Kind.SCHEMA),
                        each("allOf", Kind.SCHEMA),
                        each("anyOf", Kind.SCHEMA),
                        each("oneOf", Kind.SCHEMA));
        };
        return parts.flatMap(part -> part);
    }

    private Stream<Element> each(String container, Kind childKind) {
        JsonNode below = node.at("/" + container);
        Stream<String> keys = below.isArray()
                ? IntStream.range(0, below.size()).mapToObj(String::valueOf)
                : below.properties().stream()
                        .map(entry -> entry.getKey().replace("~", "~0").replace("/", "~1"));
        return keys.flatMap(key -> one(container + "/" + key, childKind));
    }

    private Stream<Element> one(String place, Kind childKind) {
        return node.at("/" + place) instanceof ObjectNode child
                ? Stream.of(new Element(childKind, nameOf(place, childKind, child), pointer + "/" + place, child))
                : Stream.of();
    }

    private String nameOf(String place, Kind childKind, ObjectNode child) {
        String readable = readable(place);
        return switch (childKind) {
            case PATH -> readable.substring("paths/".length());
            case OPERATION -> child.path("operationId").asText(name + " " + readable);
            case PARAMETER ->
                place.startsWith("components/")
                        ? readable
                        : name + "/" + child.path("name").asText(readable);
            default -> name.isEmpty() ? readable : name + "/" + readable;
        };
    }

    private static String readable(String place) {
        return place.replaceFirst("^components/(schemas/)?|^properties/|^content/", "")
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
