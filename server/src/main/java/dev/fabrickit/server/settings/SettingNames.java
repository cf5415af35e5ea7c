package dev.fabrickit.server.settings;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.SystemPropertiesPropertySource;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.naming.NameUtils;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Holds the names of this project's settings to those of {@code application.yml}, so that a misspelt one stops the start. */
@Context
class SettingNames {
    private static final String OWN = "fabrickit.";
    private static final String DEFAULTS = "application";
    /** Their entries have labels of their own, and are checked where they are read. */
    private static final Set<String> LABELLED = Set.of("fabrickit.accounts", "fabrickit.engines");

    private final Set<String> known = new TreeSet<>(LABELLED);

    SettingNames(Environment environment) {
        environment.getPropertySources().stream()
                .filter(source -> source.getName().equals(DEFAULTS))
                .forEach(source -> known.addAll(own(source)));
        environment.getPropertySources().stream()
                // Programs take variables and properties of these names that are no settings of a stub.
                .filter(source -> !(source instanceof EnvironmentPropertySource)
                        && !(source instanceof SystemPropertiesPropertySource))
                .forEach(source -> own(source).forEach(this::requireKnown));
    }

    private static Set<String> own(PropertySource source) {
        return StreamSupport.stream(source.spliterator(), false)
                .map(name -> NameUtils.hyphenate(name, true))
                .filter(name -> name.startsWith(OWN))
                .collect(Collectors.toSet());
    }

    private void requireKnown(String name) {
        int end = OWN.length() - 1;
        while (end >= 0 && !LABELLED.contains(name.substring(0, end))) {
            String group = name.substring(0, end + 1);
            end = name.indexOf('.', end + 1);
            String key = end < 0 ? name : name.substring(0, end);
            if (known.stream().noneMatch(other -> other.equals(key) || other.startsWith(key + "."))) {
                throw new ConfigurationException(key + " is unknown" + knownIn(group));
            }
        }
    }

    private String knownIn(String group) {
        String names = known.stream()
                .filter(name -> name.startsWith(group))
                .map(name -> name.substring(group.length()).replaceFirst("\\..*", ""))
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "; known are " + names;
    }
}
