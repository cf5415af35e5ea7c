package dev.fabrickit.client;

import java.util.Objects;

/** What the client is named to a service. */
final class UserAgent {
    static final String OF_THE_CLIENT =
            "fabrickit-client/" + version() + " Java/" + Runtime.version().feature();

    private UserAgent() {}

    /** As the jar tells it; classes in a folder have none. */
    private static String version() {
        return Objects.requireNonNullElse(UserAgent.class.getPackage().getImplementationVersion(), "0");
    }
}
