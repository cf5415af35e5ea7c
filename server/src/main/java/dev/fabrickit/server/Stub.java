package dev.fabrickit.server;

import dev.fabrickit.server.seam.Interference;
import dev.fabrickit.server.seam.Rules;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A running stub. Use it to have the service inside a test or a program; everything it holds in memory is gone when it is
 * closed.
 */
public final class Stub implements AutoCloseable {
    /** The token of the account {@code development}. Well known, so never for anything but a laptop or a build. */
    public static final String DEVELOPMENT_TOKEN = "fabrickit-development-token";

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
     */
    public static Stub start(Map<String, Object> settings, Interference... interferences) {
        Map<String, Object> all = new HashMap<>(settings.containsKey(Database.URL) ? Map.of() : Database.memory());
        all.putAll(settings);
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(all)
                .singletons((Object[]) interferences)
                .start();
        try {
            return new Stub(context.getBean(EmbeddedServer.class).start());
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** Where it answers, both as the admin and as the ep host. */
    public URI uri() {
        return server.getURI();
    }

    /** The token that opens it. */
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
