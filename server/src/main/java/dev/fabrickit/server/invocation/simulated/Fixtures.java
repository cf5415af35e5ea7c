package dev.fabrickit.server.invocation.simulated;

import dev.fabrickit.server.invocation.engine.Chat;
import dev.fabrickit.server.schema.FunctionDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers to certain turns; of several that fit, the first. */
record Fixtures(List<Fixture> fixtures) {
    static final Fixtures NONE = new Fixtures(List.of());

    Fixtures {
        if (fixtures == null) {
            throw new IllegalArgumentException("has no fixtures");
        }
    }

    /** One that calls tools fits only a request that offers them all. */
    Optional<Fixture> of(Chat chat) {
        if (fixtures.isEmpty()) {
            return Optional.empty();
        }
        String said = chat.last().getContent() == null ? "" : chat.last().getContent();
        Set<String> offered =
                chat.callable().stream().map(FunctionDefinition::getName).collect(Collectors.toSet());
        return fixtures.stream()
                .filter(fixture -> fixture.match().fits(said))
                .filter(fixture -> fixture.calls() == null
                        || fixture.calls().stream().allMatch(call -> offered.contains(call.name())))
                .findFirst();
    }
}
