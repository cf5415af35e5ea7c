package dev.fabrickit.conformance.gallery;

import dev.fabrickit.conformance.cli.Program;
import dev.fabrickit.server.Stub;
import dev.fabrickit.server.seam.Interference;
import dev.fabrickit.server.seam.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the suite says of a server.
 *
 * @param exitCode what the program ended with
 * @param outcomes of each requirement, by its id
 * @param out what the program printed
 */
record Judged(int exitCode, Map<String, String> outcomes, String out) {
    private static final String PROCEDURE = "procedure";
    private static final String OTHER_TOKEN = "token-of-another-tenant";
    private static final Map<String, Object> SETTINGS = Map.of(
            "fabrickit.delay.endpoint", "20ms",
            "fabrickit.delay.service", "20ms",
            "fabrickit.accounts.other.tokens", OTHER_TOKEN);

    /** Asks a wrong server for everything, or for some requirements only. */
    static Judged full(WrongServer server, Path folder, Collection<String> ids) {
        Map<String, Object> settings = new TreeMap<>(SETTINGS);
        settings.putAll(server.settings());
        return of(server.broken(), settings, server.interferences(), Framing.PLAIN, folder, "full", ids);
    }

    /** Asks it for what should catch it, so far as every service must meet that. */
    static Judged documented(WrongServer server, Path folder) {
        return of(
                server.broken(),
                SETTINGS,
                server.interferences(),
                Framing.PLAIN,
                folder,
                "documented",
                server.caughtBy());
    }

    /** Asks a server that differs from the stub for what every service must meet. */
    static Judged documented(CorrectVariant variant, Path folder) {
        return of(variant, folder, "documented");
    }

    /** Asks it for everything. */
    static Judged full(CorrectVariant variant, Path folder) {
        return of(variant, folder, "full");
    }

    private static Judged of(CorrectVariant variant, Path folder, String profile) {
        Map<String, Object> settings = new TreeMap<>(SETTINGS);
        settings.putAll(variant.settings());
        return of(Set.of(), settings, variant.interferences(), variant.framing(), folder, profile, List.of());
    }

    private static Judged of(
            Set<Rule> broken,
            Map<String, Object> settings,
            Interference[] interferences,
            Framing framing,
            Path folder,
            String profile,
            Collection<String> ids) {
        try (Stub stub = Stub.start(settings, interferences);
                Relay relay = Relay.start(stub.uri(), framing)) {
            broken.forEach(stub.rules()::suspend);
            List<String> line = new ArrayList<>(List.of(
                    "--base-url",
                    (framing == Framing.PLAIN ? stub.uri() : relay.uri()).toString(),
                    "--token",
                    stub.token(),
                    "--other-token",
                    OTHER_TOKEN,
                    "--ak",
                    Stub.DEVELOPMENT_ACCESS_KEY,
                    "--sk",
                    Stub.DEVELOPMENT_SECRET_KEY,
                    "--threads",
                    "4",
                    "--plain",
                    "--ready-timeout",
                    "10s",
                    "--profile",
                    profile,
                    "--report",
                    folder.toString()));
            if (profile.equals("full")) {
                line.add("--tutorial-names");
            }
            if (!ids.isEmpty()) {
                line.add("--tags");
                line.add(ids.stream().map(id -> "@" + id).collect(Collectors.joining(" or ")));
            }
            Program program = Program.run(line.toArray(String[]::new));
            return new Judged(program.exitCode(), Program.outcomes(folder), program.out());
        } catch (IOException e) {
            throw new AssertionError("the suite left no report", e);
        }
    }

    /** The requirements with one of these outcomes; without the procedure, which meets most faults on its way. */
    Set<String> with(String... wanted) {
        return outcomes.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(PROCEDURE))
                .filter(entry -> Set.of(wanted).contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
