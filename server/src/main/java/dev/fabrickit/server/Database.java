package dev.fabrickit.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Where a stub keeps what is created: settings to put into {@link Stub#start(Map, dev.fabrickit.server.seam.Interference...)}. */
public final class Database {
    /** The setting that names the database. */
    static final String URL = "datasources.default.url";

    private static final String USER = "datasources.default.username";
    private static final String PASSWORD = "datasources.default.password";
    /** Like PostgreSQL too, who waits for a row that another holds does not give up at once. */
    private static final String LIKE_POSTGRESQL =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000";

    private Database() {}

    /** In memory: gone when the stub is closed. The default. */
    public static Map<String, Object> memory() {
        return h2("jdbc:h2:mem:" + UUID.randomUUID() + LIKE_POSTGRESQL + ";DB_CLOSE_DELAY=-1");
    }

    /** In a folder, durably: what was answered is there after a restart, also when the process was killed. */
    public static Map<String, Object> folder(Path folder) {
        // By default H2 writes up to half a second late, and a kill would lose what was answered.
        return h2("jdbc:h2:file:" + folder.toAbsolutePath().resolve("fabrickit") + LIKE_POSTGRESQL
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    }

    /**
     * On PostgreSQL, which several stubs may share.
     *
     * @param jdbcUrl begins with {@code jdbc:postgresql:}; user and password may stand in it as parameters
     * @throws IllegalArgumentException for the URL of another kind of database
     */
    public static Map<String, Object> postgresql(String jdbcUrl) {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("not a URL like jdbc:postgresql://host/database?user=…&password=…");
        }
        return Map.of(URL, jdbcUrl, "datasources.default.driver-class-name", "org.postgresql.Driver");
    }

    private static Map<String, Object> h2(String url) {
        return new HashMap<>(Map.of(URL, url, USER, "sa", PASSWORD, ""));
    }
}
