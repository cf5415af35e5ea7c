package dev.fabrickit.server;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Where this server answers: where its caller found it, as an address to bind to need be none to call. */
@Singleton
public class Address {
    /** Longer ones do not fit what the contract allows an address. */
    private static final Pattern USABLE = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]{1,40}");

    private final BeanProvider<EmbeddedServer> server;
    private final HttpHostResolver hosts;

    Address(BeanProvider<EmbeddedServer> server, HttpHostResolver hosts) {
        this.server = server;
        this.hosts = hosts;
    }

    /** The absolute URL of a path of this server. */
    public String of(String path) {
        String host = ServerRequestContext.currentRequest()
                .map(hosts::resolve)
                .filter(resolved -> USABLE.matcher(resolved).matches())
                .orElseGet(() -> server.get().getURI().toString());
        return host + path;
    }
}
