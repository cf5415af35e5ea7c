package dev.fabrickit.server.auth;

import dev.fabrickit.server.settings.SettingsReader;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads accounts from the configuration. */
@Singleton
class AccountSettings {
    private static final String PREFIX = "fabrickit.accounts";

    private final Environment environment;

    AccountSettings(Environment environment) {
        this.environment = environment;
    }

    /**
     * The accounts that are not switched off, by their labels.
     *
     * @throws ConfigurationException when something is missing, unknown or not allowed
     */
    Map<String, Account> read() {
        Map<String, Account> accounts = new TreeMap<>();
        for (String label : environment.getPropertyEntries(PREFIX)) {
            String prefix = PREFIX + "." + label;
            Map<String, Object> settings = new HashMap<>(Map.of("id", label, "name", label));
            environment
                    .getPropertyEntries(prefix)
                    .forEach(key -> settings.put(
                            key,
                            environment
                                    .getProperty(prefix + "." + key, Object.class)
                                    .orElse(null)));
            Object enabled = settings.remove("enabled");
            if (enabled == null || !enabled.toString().equals("false")) {
                accounts.put(label, account(label, settings));
            }
        }
        return accounts;
    }

    private static Account account(String label, Map<String, Object> settings) {
        Account account = SettingsReader.read(PREFIX + "." + label, settings, Account.class);
        if (!account.hasCredentials()) {
            throw new ConfigurationException(PREFIX + "." + label
                    + " has no credentials: give it tokens, access-keys, or users with a password");
        }
        return account;
    }
}
