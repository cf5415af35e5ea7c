package dev.fabrickit.conformance.stub;

import dev.fabrickit.server.ConfigurationFile;
import dev.fabrickit.server.Database;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a stub is to be run. */
public final class StubOptions {
    /** H2's code for a file that another process has open. */
    private static final int IN_USE = 90_020;

    /** How Micronaut words it, before it shows the value. */
    private static final Pattern WRONG_SETTING = Pattern.compile("Error resolving property value \\[([^]]+)]");

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "The port; a free one by default.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "127.0.0.1",
            description =
                    "The address to bind to (${DEFAULT-VALUE}). Another than loopback needs accounts from --config.")
    private String host = "127.0.0.1";

    @ArgGroup
    private Place place = new Place();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings, accounts among them: a YAML file with the keys of the server's configuration.")
    private @Nullable Path config;

    @Option(names = "--control", description = "The control paths under /_fabrickit/, for this machine only.")
    private boolean control;

    /** Where what is created is kept; in memory without either. */
    static final class Place {
        @Option(names = "--data", paramLabel = "DIR", description = "Keep what is created in a folder, durably.")
        private @Nullable Path data;

        @Option(
                names = "--jdbc-url",
                paramLabel = "URL",
                description = "Keep it in a PostgreSQL that several stubs may share: jdbc:postgresql://host/database.")
        private @Nullable String jdbcUrl;
    }

    /**
     * Starts the stub.
     *
     * @throws IllegalArgumentException when an option is wrong; the message names it and the way out
     */
    public EmbeddedStub start() {
        requireUsable();
        try {
            return EmbeddedStub.start(settings());
        } catch (RuntimeException e) {
            throw complaint(e)
                    .map(IllegalArgumentException::new)
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    /** Whether what was created outlives the process. */
    public boolean isDurable() {
        return place.data != null || place.jdbcUrl != null;
    }

    private void requireUsable() {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port is " + port + ", but must be between 1 and 65535");
        }
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--host is " + host + ", but no such address is known", e);
        }
        if (config != null && !Files.isReadable(config)) {
            throw new IllegalArgumentException("--config is " + config + ", but no such file can be read");
        }
        if (place.data != null) {
            try {
                Files.createDirectories(place.data);
                Files.delete(Files.createTempFile(place.data, "writable", null));
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "--data is " + place.data + ", but cannot be a folder to write to", e);
            }
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(config == null ? Map.of() : ConfigurationFile.read(config));
        if (place.data != null) {
            settings.putAll(Database.folder(place.data));
        } else if (place.jdbcUrl != null) {
            settings.putAll(database(place.jdbcUrl));
        }
        settings.put("micronaut.server.host", host);
        settings.put("micronaut.server.port", port == 0 ? -1 : port);
        settings.put("micronaut.server.netty.access-logger.enabled", true);
        settings.put("fabrickit.control", control);
        return settings;
    }

    private static Map<String, Object> database(String jdbcUrl) {
        try {
            return Database.postgresql(jdbcUrl);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--jdbc-url is " + e.getMessage(), e);
        }
    }

    /** What to say of a start that failed; empty when it is no fault of the caller. */
    private Optional<String> complaint(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .map(this::complaintOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> complaintOf(Throwable cause) {
        if (cause instanceof BindException) {
            return Optional.of(
                    "port " + port + " of " + host + " is in use or not ours to use. Choose another with --port, "
                            + "or leave it out for a free one.");
        }
        if (cause instanceof FlywayValidateException) {
            return Optional.of("what is kept in " + (place.data == null ? "the database of --jdbc-url" : place.data)
                    + " is of a newer version of this program. Use that version, or another place.");
        }
        if (cause instanceof SQLException failure && place.data != null) {
            return Optional.of(
                    failure.getErrorCode() == IN_USE
                            ? "another stub is using the data in " + place.data
                                    + ". End that one, or choose another folder with --data."
                            : "the data in " + place.data + " cannot be read: it is damaged, or of another version of "
                                    + "this program. Use that version, or choose another folder with --data.");
        }
        if (cause instanceof ConfigurationException) {
            return Optional.of(
                    cause.getMessage() + (config == null ? ", in a file for --config" : " (in " + config + ")"));
        }
        Matcher setting = WRONG_SETTING.matcher(String.valueOf(cause.getMessage()));
        if (setting.find()) {
            return Optional.of(
                    "the setting " + setting.group(1) + " has a value that is not understood (in " + config + ")");
        }
        if (cause instanceof SQLException && place.jdbcUrl != null) {
            return Optional.of("the database of --jdbc-url does not let us in: "
                    + cause.getMessage().lines().findFirst().orElse(""));
        }
        return Optional.empty();
    }
}
