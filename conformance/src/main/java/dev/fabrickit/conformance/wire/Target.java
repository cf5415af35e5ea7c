package dev.fabrickit.conformance.wire;

import dev.fabrickit.conformance.contract.Operation.Host;
import java.net.URI;

/**
 * The service under test.
 *
 * @param admin the base URL of the admin host, without a slash at its end
 * @param ep the base URL of the ep host; often the same
 * @param token the token to send; never shown
 */
public record Target(URI admin, URI ep, String token) {

    URI base(Host host) {
        return host == Host.EP ? ep : admin;
    }

    /** A text to be shown, without the token should the service repeat it. What is judged must not be altered so. */
    public String masked(String text) {
        return text.replace(token, "***");
    }

    /** Shows where, but not the token. */
    @Override
    public String toString() {
        return admin.equals(ep) ? admin.toString() : admin + " and " + ep;
    }
}
