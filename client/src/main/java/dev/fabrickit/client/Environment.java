package dev.fabrickit.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code FABRICKIT_…} variables. An empty one counts as missing, as in a shell. */
record Environment(Map<String, String> variables) {

    void describe(FabricClientBuilder client) {
        String region = get("REGION");
        String baseUrl = get("BASE_URL");
        if (region == null && baseUrl == null) {
            throw new IllegalStateException("set FABRICKIT_REGION or FABRICKIT_BASE_URL");
        }
        set("REGION", client::region);
        set("BASE_URL", url -> client.adminUrl(URI.create(url)));
        set("EP_URL", url -> client.epUrl(URI.create(url)));
        set("IAM_URL", url -> client.iamUrl(URI.create(url)));
        set("PROJECT", client::project);
        set("PROXY", address -> proxy(client, address));
        set("CA_FILE", file -> client.caFile(certificates(Path.of(file))));
        client.credentials(credentials());
    }

    private Credentials credentials() {
        String token = get("TOKEN");
        if (token != null) {
            return read("TOKEN", Credentials::token);
        }
        String accessKey = get("AK");
        String secretKey = get("SK");
        if (accessKey != null && secretKey != null) {
            read("SK", key -> Credentials.accessKey("any", key));
            read("AK", key -> Credentials.accessKey(key, secretKey));
            String securityToken = get("SECURITY_TOKEN");
            return securityToken == null
                    ? Credentials.accessKey(accessKey, secretKey)
                    : read("SECURITY_TOKEN", it -> Credentials.temporaryAccessKey(accessKey, secretKey, it));
        }
        String domain = get("DOMAIN");
        String user = get("USER");
        String password = get("PASSWORD");
        if (domain != null && user != null && password != null) {
            return Credentials.password(domain, user, password);
        }
        throw new IllegalStateException("set FABRICKIT_TOKEN, or FABRICKIT_AK and FABRICKIT_SK, or FABRICKIT_DOMAIN,"
                + " FABRICKIT_USER and FABRICKIT_PASSWORD");
    }

    private static FabricClientBuilder proxy(FabricClientBuilder client, String address) {
        String[] parts = address.split(":", -1);
        if (parts.length != 2 || parts[0].isEmpty() || !parts[1].matches("\\d{1,5}")) {
            throw new IllegalArgumentException("it must be host:port");
        }
        return client.proxy(parts[0], Integer.parseInt(parts[1]));
    }

    private static Path certificates(Path file) {
        Trust.inCertificatesOf(file);
        return file;
    }

    private void set(String name, Function<String, FabricClientBuilder> setter) {
        if (get(name) != null) {
            read(name, setter);
        }
    }

    private <T> T read(String name, Function<String, T> reader) {
        try {
            return reader.apply(variables.get("FABRICKIT_" + name));
        } catch (IllegalArgumentException e) {
            // Without the value, and without the cause that may quote it: it may be a secret.
            throw new IllegalArgumentException("FABRICKIT_" + name + " cannot be used: " + reasonOf(e));
        }
    }

    private static String reasonOf(IllegalArgumentException e) {
        return e.getCause() instanceof URISyntaxException ? "it is no URL" : e.getMessage();
    }

    private @Nullable String get(String name) {
        String value = variables.get("FABRICKIT_" + name);
        return value == null || value.isBlank() ? null : value;
    }
}
