package dev.fabrickit.conformance.scene;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fabrickit.conformance.run.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a caller can say of a resource, by the word that the features have for it. */
public enum Field {
    NAME("/name", Kind.values()),
    DESCRIPTION("/description", Kind.values()),
    METASTORE("/metastore_id", Kind.WORKSPACE),
    ENTERPRISE_PROJECT("/enterprise_project_id", Kind.WORKSPACE),
    TYPE("/type", Kind.ENDPOINT, Kind.MODEL),
    SPEC("/spec_code", Kind.ENDPOINT, Kind.SERVICE),
    MINIMUM("/min", Kind.ENDPOINT, Kind.SERVICE),
    MAXIMUM("/max", Kind.ENDPOINT, Kind.SERVICE),
    IMAGE("/custom_image_id", Kind.ENDPOINT),
    CAP("/cap", Kind.ENDPOINT),
    VERSION("/version/name", Kind.MODEL),
    VERSION_DESCRIPTION("/version/description", Kind.MODEL),
    BASE_MODEL("/version/config/llm_model_config/base_model_type", Kind.MODEL),
    PATH("/version/config/llm_model_config/model_path", Kind.MODEL),
    CURRENT_VERSION("/current_version_id", Kind.MODEL),
    MODEL("/source/id", Kind.SERVICE),
    MODEL_VERSION("/source/version_id", Kind.SERVICE),
    ENDPOINT("/endpoint_id", Kind.SERVICE);

    /** Words for fields, as a regular expression. */
    public static final String WORDS = "[a-z]+(?: [a-z]+)?";

    private static final Set<Field> UNITS = EnumSet.of(SPEC, MINIMUM, MAXIMUM);

    private final String pointer;
    private final Set<Kind> kinds;

    Field(String pointer, Kind... kinds) {
        this.pointer = pointer;
        this.kinds = EnumSet.copyOf(Arrays.asList(kinds));
    }

    /** The field that the features call so. */
    public static Field called(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** Whether a resource of a kind has such a field. */
    public boolean isOf(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether it is one of the three that reserve units and are sent together. */
    boolean isOfUnits() {
        return UNITS.contains(this);
    }

    /** Whether it is sent as part of a model's next version. */
    boolean isOfVersion() {
        return pointer.startsWith("/version/");
    }

    /** Puts it into a request about a resource of a kind. */
    public void put(Kind kind, ObjectNode request, JsonNode value) {
        JsonPointer place = JsonPointer.compile(placeIn(kind));
        request.withObject(place.head()).set(place.last().getMatchingProperty(), value);
    }

    /** Takes it out of a request about a resource of a kind. */
    public void drop(Kind kind, ObjectNode request) {
        JsonPointer place = JsonPointer.compile(placeIn(kind));
        request.withObject(place.head()).remove(place.last().getMatchingProperty());
    }

    /** What a request says of it; missing when it says nothing. */
    public JsonNode sentIn(Kind kind, ObjectNode request) {
        return request.at(placeIn(kind));
    }

    /** What an answer says of it; missing when it says nothing. */
    public JsonNode in(Kind kind, JsonNode answer) {
        String place = this == CURRENT_VERSION ? "/current_version/id" : placeIn(kind);
        return answer.at(place.replaceFirst("^/version/", "/current_version/"));
    }

    /** Where it stands in a request about a resource of a kind. */
    String placeIn(Kind kind) {
        if (!isOf(kind)) {
            throw new IllegalArgumentException("a " + kind.noun() + " has no " + this);
        }
        if (!UNITS.contains(this)) {
            return pointer;
        }
        return (kind == Kind.ENDPOINT ? "/reserved_resource/mu" : "/config/model_instance_config/resource") + pointer;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
