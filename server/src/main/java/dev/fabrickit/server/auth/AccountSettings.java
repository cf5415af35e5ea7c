package dev.fabrickit.server.auth;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads accounts from the configuration. What it says of a mistake names the key, and never shows a value. */
@Singleton
class AccountSettings {
    private static final String PREFIX = "fabrickit.accounts";

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

    private final Environment environment;

    AccountSettings(Environment environment) {
        this.environment = environment;
    }

    /**
     * The accounts that are not switched off, by their labels.
     *
     * @throws ConfigurationException when something is missing, unknown or not allowed
     */
    Map<String, Account> read() {
        Map<String, Account> accounts = new TreeMap<>();
        for (String label : environment.getPropertyEntries(PREFIX)) {
            String prefix = PREFIX + "." + label;
            Map<String, Object> settings = new HashMap<>(Map.of("id", label, "name", label));
            environment
                    .getPropertyEntries(prefix)
                    .forEach(key -> settings.put(
                            key,
                            environment
                                    .getProperty(prefix + "." + key, Object.class)
                                    .orElse(null)));
            Object enabled = settings.remove("enabled");
            if (enabled == null || !enabled.toString().equals("false")) {
                accounts.put(label, account(label, settings));
            }
        }
        return accounts;
    }

    private static Account account(String label, Map<String, Object> settings) {
        try {
            Account account = JSON.convertValue(settings, Account.class);
            if (!account.hasCredentials()) {
                throw new ConfigurationException(PREFIX + "." + label
                        + " has no credentials: give it tokens, access-keys, or users with a password");
            }
            return account;
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof JsonMappingException mistake) {
                throw new ConfigurationException(PREFIX + "." + label + message(mistake));
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
