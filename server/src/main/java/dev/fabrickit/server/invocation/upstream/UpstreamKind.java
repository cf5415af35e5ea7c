package dev.fabrickit.server.invocation.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fabrickit.server.Timers;
import dev.fabrickit.server.invocation.engine.Engine;
import dev.fabrickit.server.invocation.engine.EngineKind;
import dev.fabrickit.server.settings.SettingsReader;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Engines that pass requests on to another server. */
@Singleton
class UpstreamKind implements EngineKind {
    private final ObjectMapper json;
    private final Timers timers;
    private final ExecutorService threads;

    UpstreamKind(ObjectMapper json, Timers timers, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.json = json;
        this.timers = timers;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "upstream";
    }

    @Override
    public Engine make(String key, Map<String, Object> settings) {
        UpstreamSettings read = SettingsReader.read(key, settings, UpstreamSettings.class);
        UpstreamRequests requests = new UpstreamRequests(json, read, secret(key, read.keyFrom()));
        return new UpstreamEngine(new UpstreamClient(read.connect(), threads), requests, json, read, timers);
    }

    private static @Nullable String secret(String key, @Nullable String variable) {
        if (variable == null) {
            return null;
        }
        String secret = System.getenv(variable);
        if (secret == null || secret.isBlank()) {
            throw new ConfigurationException(key + ".key-from: the environment variable " + variable + " is not set");
        }
        return secret;
    }
}
