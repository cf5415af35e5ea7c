package dev.fabrickit.conformance.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requirements a run asks for.
 *
 * @param without the optional capabilities that the target lacks
 * @param tags a tag expression of the caller's own, or null
 */
public record Scope(
        Profile profile, Set<String> without, @Nullable String tags) {

    /** Why a requirement is not asked for; empty when it is. */
    public Optional<LeftOut> exclusionOf(Requirement requirement) {
        if (profile == Profile.documented && requirement.basis() == Basis.CHOSEN) {
            return Optional.of(new LeftOut(
                    Outcome.DISABLED, "chosen by this contract: the profile documented does not ask for it"));
        }
        return Optional.ofNullable(requirement.needs())
                .filter(without::contains)
                .map(capability -> new LeftOut(Outcome.NOT_SUPPORTED, "--without " + capability));
    }

    /** The examples that are to run, as a tag expression; empty when all are. */
    public Optional<String> expression(Requirements requirements) {
        List<String> leftOut = requirements.all().stream()
                .filter(requirement -> exclusionOf(requirement).isPresent())
                .map(Requirement::tag)
                .toList();
        List<String> parts = new ArrayList<>();
        if (tags != null) {
            parts.add("(" + tags + ")");
        }
        if (!leftOut.isEmpty()) {
            parts.add("not (" + String.join(" or ", leftOut) + ")");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", parts));
    }

    /** What a requirement that is not asked for counts as, and why. */
    public record LeftOut(Outcome outcome, String reason) {}
}
