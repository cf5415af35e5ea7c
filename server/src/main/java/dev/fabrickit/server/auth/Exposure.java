package dev.fabrickit.server.auth;

import dev.fabrickit.server.Stub;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.server.HttpServerConfiguration;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Keeps credentials that everybody knows off the network. */
@Context
class Exposure {
    Exposure(HttpServerConfiguration server, Accounts accounts) {
        String host = server.getHost().orElse("0.0.0.0");
        boolean wellKnown = accounts.byToken(Stub.DEVELOPMENT_TOKEN).isPresent()
                || accounts.byAccessKey(Stub.DEVELOPMENT_ACCESS_KEY).isPresent();
        if (wellKnown && !isLoopback(host)) {
            throw new ConfigurationException(
                    "the stub cannot answer on " + host + " with the well-known development credentials: set "
                            + "fabrickit.accounts.development.enabled to false and configure an account of your own");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
