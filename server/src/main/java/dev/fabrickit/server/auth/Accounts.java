package dev.fabrickit.server.auth;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** All configured accounts. */
@Singleton
class Accounts {
    private final List<Account> accounts;

    Accounts(List<Account> accounts) {
        this.accounts = accounts;
    }

    /** The caller whom a token belongs to. Compares in constant time. */
    Optional<Caller> byToken(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        return accounts.stream()
                .filter(account -> MessageDigest.isEqual(account.token().getBytes(StandardCharsets.UTF_8), given))
                .map(Account::caller)
                .findFirst();
    }
}
