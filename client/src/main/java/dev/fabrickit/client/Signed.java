package dev.fabrickit.client;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Opens the door with a signature of each request. */
final class Signed implements Authorizer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Signer signer;
    private final @Nullable String securityToken;
    private final Time time;

    Signed(Signer signer, @Nullable String securityToken, Time time) {
        this.signer = signer;
        this.securityToken = securityToken;
        this.time = time;
    }

    @Override
    public Map<String, String> headersFor(Outgoing request) {
        Map<String, String> sent = new TreeMap<>();
        sent.put("X-Sdk-Date", DATE.format(time.now()));
        if (securityToken != null) {
            sent.put("X-Security-Token", securityToken);
        }
        TreeMap<String, String> signed = new TreeMap<>(Map.of("host", host(request.uri())));
        sent.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value));
        sent.put("Authorization", signer.authorization(request.call().method(), request.uri(), signed, request.body()));
        return sent;
    }

    @Override
    public Secrets secretsOf(Map<String, String> headers) {
        List<String> secrets = new ArrayList<>(List.of(signer.secretKey(), headers.getOrDefault("Authorization", "")));
        if (securityToken != null) {
            secrets.add(securityToken);
        }
        return new Secrets(secrets);
    }

    /** As the JDK writes it into the request: without the port that the scheme implies. */
    private static String host(URI uri) {
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}
