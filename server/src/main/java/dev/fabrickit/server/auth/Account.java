package dev.fabrickit.server.auth;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account (IAM calls it a domain) with its credentials. Callers of one account share its resources, nobody else sees
 * them. Configured under a label:
 *
 * <pre>{@code
 * fabrickit:
 *   accounts:
 *     acme:
 *       id: 0a1b2c                        # by default the label
 *       name: acme                        # by default the label
 *       users:                            # by default one, named user, without a password
 *         - id: alice-id
 *           name: Alice
 *           password: ${ALICE_PASSWORD}   # for POST /v3/auth/tokens; may be absent
 *       tokens:                           # for X-Auth-Token; do not expire
 *         - ${ACME_TOKEN}
 *       access-keys:                      # for signatures
 *         - access-key: ACMEACCESSKEY
 *           secret-key: ${ACME_SECRET_KEY}
 *           security-token: ${ACME_SESSION}   # makes them temporary credentials; may be absent
 *     development:
 *       enabled: false                    # switches an account off, here the well-known one
 * }</pre>
 *
 * @param id the domain id, 1 to 36 letters, digits and hyphens
 * @param name the domain name, 1 to 64 characters
 * @param users its users; requests with a token or a key of the account are the first one's
 * @param tokens what opens it as {@code X-Auth-Token}
 * @param accessKeys what opens it by signature
 */
record Account(String id, String name, List<AccountUser> users, List<Secret> tokens, List<AccessKey> accessKeys) {
    Account {
        requireId(id);
        requireName(name);
        users = users == null || users.isEmpty() ? List.of(new AccountUser(id, "user", null)) : List.copyOf(users);
        tokens = tokens == null ? List.of() : List.copyOf(tokens);
        accessKeys = accessKeys == null ? List.of() : List.copyOf(accessKeys);
    }

    boolean hasCredentials() {
        return !tokens.isEmpty()
                || !accessKeys.isEmpty()
                || users.stream().map(AccountUser::password).anyMatch(Objects::nonNull);
    }

    Caller caller() {
        return caller(users.get(0));
    }

    Caller caller(AccountUser user) {
        return new Caller(id, name, user.id(), user.name());
    }

    static void requireId(@Nullable String id) {
        if (id == null || !id.matches("[A-Za-z0-9-]{1,36}")) {
            throw new IllegalArgumentException("id must be given, 1 to 36 letters, digits and hyphens");
        }
    }

    static void requireName(@Nullable String name) {
        if (name == null || name.isBlank() || name.codePointCount(0, name.length()) > 64) {
            throw new IllegalArgumentException("name must be given, 1 to 64 characters");
        }
    }
}
