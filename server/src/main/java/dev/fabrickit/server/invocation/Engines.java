package dev.fabrickit.server.invocation;

import dev.fabrickit.server.inferenceservice.InferenceServices;
import dev.fabrickit.server.inferenceservice.ServiceRow;
import dev.fabrickit.server.invocation.engine.Engine;
import dev.fabrickit.server.invocation.engine.EngineKind;
import dev.fabrickit.server.settings.SettingsReader;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.type.Argument;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All configured engines. Each entry under {@code fabrickit.engines} has one kind with its settings and the base models that
 * it answers for; {@code default} answers for all others. Made at start, so that a mistake in the configuration stops it.
 */
@Context
class Engines {
    private static final String PREFIX = "fabrickit.engines";
    private static final String DEFAULT = "default";
    private static final String SIMULATED = "simulated";
    private static final String BASE_MODELS = "base-models";

    private final InferenceServices services;
    private final Map<String, Engine> byBaseModel = new HashMap<>();
    private final Engine fallback;

    /** Which base models an engine answers for. */
    record BaseModels(@Nullable List<String> names) {}

    Engines(Environment environment, List<EngineKind> kinds, InferenceServices services) {
        this.services = services;
        Map<String, EngineKind> byName = kinds.stream()
                .collect(Collectors.toMap(EngineKind::name, kind -> kind, (one, other) -> one, TreeMap::new));
        Engine standard = null;
        for (String label : environment.getPropertyEntries(PREFIX)) {
            String key = PREFIX + "." + label;
            Map<String, Object> settings = new LinkedHashMap<>(map(environment, key));
            Object baseModels = environment
                    .getProperty(key + "." + BASE_MODELS, Object.class)
                    .orElse(null);
            // A list appears in the map as its elements.
            settings.keySet().removeIf(name -> name.startsWith(BASE_MODELS));
            Engine engine = make(key, settings, byName);
            if (label.equals(DEFAULT)) {
                standard = engine;
            } else {
                register(key, baseModels, engine);
            }
        }
        fallback = standard == null ? byName.get(SIMULATED).make(PREFIX + "." + DEFAULT, Map.of()) : standard;
    }

    private static Map<String, Object> map(Environment environment, String key) {
        return environment
                .getProperty(key, Argument.mapOf(String.class, Object.class))
                .orElse(Map.of());
    }

    private static Engine make(String key, Map<String, Object> settings, Map<String, EngineKind> kinds) {
        if (settings.size() != 1 || !kinds.keySet().containsAll(settings.keySet())) {
            throw new ConfigurationException(key + " must have exactly one of " + String.join(", ", kinds.keySet())
                    + ", and base-models unless it is the default; it has "
                    + String.join(", ", settings.keySet()));
        }
        Map.Entry<String, Object> kind = settings.entrySet().iterator().next();
        Map<String, Object> own = new HashMap<>();
        if (kind.getValue() instanceof Map<?, ?> values) {
            values.forEach((name, value) -> own.put(String.valueOf(name), value));
        }
        return kinds.get(kind.getKey()).make(key + "." + kind.getKey(), own);
    }

    private void register(String key, @Nullable Object baseModels, Engine engine) {
        BaseModels models = baseModels == null
                ? new BaseModels(null)
                : SettingsReader.read(key, Map.of("names", baseModels), BaseModels.class);
        if (models.names == null || models.names.isEmpty()) {
            throw new ConfigurationException(key + "." + BASE_MODELS + " is missing: list what it answers for");
        }
        for (String name : models.names) {
            if (!services.baseModels().contains(name)) {
                throw new ConfigurationException(key + "." + BASE_MODELS + ": " + name + " is not offered; offered are "
                        + String.join(", ", services.baseModels()));
            }
            if (byBaseModel.put(name, engine) != null) {
                throw new ConfigurationException(key + "." + BASE_MODELS + ": another engine answers for " + name);
            }
        }
    }

    /** The engine that answers for an inference service, by the base model of its model version. */
    Engine of(ServiceRow service) {
        return byBaseModel.isEmpty() ? fallback : byBaseModel.getOrDefault(services.baseModel(service), fallback);
    }
}
