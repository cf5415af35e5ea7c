package dev.fabrickit.server.auth;

import org.jspecify.annotations.Nullable;

/**
 * A user of an account.
 *
 * @param id 1 to 36 letters, digits and hyphens, unique among all accounts
 * @param name 1 to 64 characters, unique in the account
 * @param password what {@code POST /v3/auth/tokens} asks for; null for a user who cannot get a token there
 */
record AccountUser(String id, String name, @Nullable Secret password) {
    AccountUser {
        Account.requireId(id);
        Account.requireName(name);
    }
}
