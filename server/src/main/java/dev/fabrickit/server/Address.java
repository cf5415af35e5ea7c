package dev.fabrickit.server;

import io.micronaut.context.BeanProvider;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;

/** Where this server answers. Known only once it listens, as its port may be any free one. */
@Singleton
public class Address {
    private final BeanProvider<EmbeddedServer> server;

    Address(BeanProvider<EmbeddedServer> server) {
        this.server = server;
    }

    /** The absolute URL of a path of this server. */
    public String of(String path) {
        return server.get().getURI() + path;
    }
}
