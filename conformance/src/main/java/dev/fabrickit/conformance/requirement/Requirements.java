package dev.fabrickit.conformance.requirement;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All requirements, as {@code features/requirements.yaml} lists them. Their examples are in the features, under their ids. */
public final class Requirements {
    private static final String RESOURCE = "/features/requirements.yaml";

    private final Map<String, Requirement> byId = new LinkedHashMap<>();

    private Requirements(List<Requirement> requirements) {
        for (Requirement requirement : requirements) {
            if (byId.put(requirement.id(), requirement) != null) {
                throw new IllegalArgumentException("there are two requirements " + requirement.id());
            }
        }
    }

    /** Those on the class path. */
    public static Requirements load() {
        try (InputStream list = Requirements.class.getResourceAsStream(RESOURCE)) {
            if (list == null) {
                throw new IllegalStateException("the requirements are not on the class path: " + RESOURCE);
            }
            return read(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a list of requirements.
     *
     * @throws IllegalArgumentException when an entry lacks something, has something unknown, or an id comes twice
     */
    public static Requirements read(InputStream yaml) {
        Object list = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new Requirements(new ObjectMapper().convertValue(list, new TypeReference<>() {}));
    }

    /** The requirement whose examples bear a tag. */
    public Optional<Requirement> tagged(String tag) {
        return Optional.ofNullable(byId.get(tag.substring(1)));
    }

    /** In the order of the file. */
    public Collection<Requirement> all() {
        return List.copyOf(byId.values());
    }

    /** The optional capabilities that some requirement needs. */
    public Set<String> capabilities() {
        Set<String> capabilities = new TreeSet<>();
        all().forEach(requirement -> Optional.ofNullable(requirement.needs()).ifPresent(capabilities::add));
        return capabilities;
    }
}
