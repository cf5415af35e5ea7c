package dev.fabrickit.server;

import dev.fabrickit.server.seam.InOrder;
import dev.fabrickit.server.seam.Interference;
import dev.fabrickit.server.seam.Rules;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A running stub. Use it to have the service inside a test or a program; everything it holds in memory is gone when it is
 * closed.
 */
public final class Stub implements AutoCloseable {
    /** The token of the account {@code development}. Well known, so never for anything but a laptop or a build. */
    public static final String DEVELOPMENT_TOKEN = "fabrickit-development-token";

    /** The access key of the same account, for requests that are signed. */
    public static final String DEVELOPMENT_ACCESS_KEY = "FABRICKITDEVELOPMENT";

    /** The secret key to {@link #DEVELOPMENT_ACCESS_KEY}, as well known. */
    public static final String DEVELOPMENT_SECRET_KEY = "fabrickit-development-secret-key";

    private final EmbeddedServer server;

    private Stub(EmbeddedServer server) {
        this.server = server;
    }

    /** Starts a stub on a free loopback port, with the delays of a laptop. */
    public static Stub start() {
        return start(Map.of());
    }

    /**
     * Starts a stub.
     *
     * @param settings what shall differ from the defaults in {@code application.yml}, by its property names
     * @param interferences what shall be done to its exchanges on purpose
     * @throws io.micronaut.runtime.exceptions.ApplicationStartupException when the port is taken or a setting is wrong
     * @throws ConfigurationException when an account is configured wrongly; the message names the setting
     */
    public static Stub start(Map<String, Object> settings, Interference... interferences) {
        Map<String, Object> all = new HashMap<>(settings.containsKey(Database.URL) ? Map.of() : Database.memory());
        all.putAll(settings);
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(all)
                .singletons(
                        interferences.length == 0 ? new Object[0] : new Object[] {new InOrder(List.of(interferences))})
                .build();
        try {
            context.start();
            return new Stub(context.getBean(EmbeddedServer.class).start());
        } catch (RuntimeException e) {
            context.close();
            throw configurationMistake(e).orElse(e);
        }
    }

    /** The framework wraps what it is told into the path of its own types. */
    private static Optional<RuntimeException> configurationMistake(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .filter(ConfigurationException.class::isInstance)
                .map(RuntimeException.class::cast)
                .findFirst();
    }

    /** Where it answers, both as the admin and as the ep host. */
    public URI uri() {
        return server.getURI();
    }

    /** Whether the account {@code development} is open: it is, unless the configuration switches it off. */
    public boolean hasDevelopmentAccount() {
        return server.getApplicationContext()
                .getProperty("fabrickit.accounts.development.enabled", Boolean.class)
                .orElse(true);
    }

    /** The token that opens it, as long as it has the account {@code development}. */
    public String token() {
        return DEVELOPMENT_TOKEN;
    }

    /** The rules that it keeps. Suspend one to have a stub that is wrong in one known way. */
    public Rules rules() {
        return bean(Rules.class);
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
