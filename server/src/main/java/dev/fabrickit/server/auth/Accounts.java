package dev.fabrickit.server.auth;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All configured accounts. Made at start, so that a mistake in the configuration stops it. */
@Context
class Accounts {
    private final Map<String, Account> accounts;
    private final Map<String, Signatory> byAccessKey = new HashMap<>();
    private final Map<String, Subject> byUserId = new HashMap<>();

    /** Who signs with a key. */
    record Signatory(AccessKey key, Caller caller) {}

    /** Whom a token can be issued to. */
    record Subject(AccountUser user, Caller caller) {}

    Accounts(AccountSettings settings) {
        accounts = settings.read();
        mustDiffer("id", account -> Stream.of(account.id()));
        mustDiffer("name", account -> Stream.of(account.name()));
        mustDiffer("users.id", account -> account.users().stream().map(AccountUser::id));
        mustDiffer("users.name", account -> account.users().stream().map(user -> List.of(account.id(), user.name())));
        mustDiffer("tokens", account -> account.tokens().stream());
        mustDiffer(
                "access-keys.access-key",
                account -> account.accessKeys().stream().map(AccessKey::accessKey));
        accounts.values().forEach(account -> {
            account.accessKeys().forEach(key -> byAccessKey.put(key.accessKey(), new Signatory(key, account.caller())));
            account.users().forEach(user -> byUserId.put(user.id(), new Subject(user, account.caller(user))));
        });
    }

    private void mustDiffer(String key, Function<Account, Stream<?>> values) {
        Set<Object> seen = new HashSet<>();
        accounts.forEach((label, account) -> values.apply(account).forEach(value -> {
            if (!seen.add(value)) {
                throw new ConfigurationException(
                        "fabrickit.accounts." + label + "." + key + " is not unique: one of its values appears twice");
            }
        }));
    }

    /** The caller whom a configured token belongs to. */
    Optional<Caller> byToken(String token) {
        return accounts.values().stream()
                .filter(account -> account.tokens().stream().anyMatch(secret -> secret.is(token)))
                .map(Account::caller)
                .findFirst();
    }

    Optional<Signatory> byAccessKey(String accessKey) {
        return Optional.ofNullable(byAccessKey.get(accessKey));
    }

    Optional<Subject> byUserId(String userId) {
        return Optional.ofNullable(byUserId.get(userId));
    }

    /** The user of these names, if the password is right. */
    Optional<Subject> byPassword(String accountName, String userName, Secret password) {
        return byUserId.values().stream()
                .filter(subject -> subject.caller().domainName().equals(accountName))
                .filter(subject -> subject.user().name().equals(userName))
                .filter(subject -> password.equals(subject.user().password()))
                .findFirst();
    }
}
