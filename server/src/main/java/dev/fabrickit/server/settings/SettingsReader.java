package dev.fabrickit.server.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.stream.Collectors;

/** Turns settings into records. What it says of a mistake names the key, and never shows a value. */
public final class SettingsReader {
    // Text must be text: YAML turns a key such as 0123456 or 1e10 into a number, and the digits would not survive.
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private SettingsReader() {}

    /**
     * Reads one group of settings. A record may refuse values by an {@code IllegalArgumentException}, whose message follows
     * the key.
     *
     * @param where the key of the group, or the file that it is from
     * @throws ConfigurationException when something is missing, unknown or not allowed
     */
    public static <T> T read(String where, Object settings, Class<T> type) {
        try {
            return JSON.convertValue(settings, type);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof JsonMappingException mistake) {
                throw new ConfigurationException(where + message(mistake));
            }
            throw e;
        }
    }

    private static String message(JsonMappingException mistake) {
        String key = mistake.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        if (mistake instanceof UnrecognizedPropertyException unknown) {
            return key + " is unknown; known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        // Only these messages are this project's own: the others may show the value.
        return mistake instanceof ValueInstantiationException && mistake.getCause() != null
                ? key + " " + mistake.getCause().getMessage()
                : key + " has the wrong type; text that YAML could take for a number needs quotes";
    }
}
