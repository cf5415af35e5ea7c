package dev.fabrickit.conformance.run;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Nonconformance;
import dev.fabrickit.conformance.wire.Target;
import dev.fabrickit.conformance.wire.Unreachable;
import dev.fabrickit.conformance.wire.Wire;
import java.util.Optional;

/** Tells, before anything is created, what would make the run fail that is no fault of the service. */
public final class Preflight {
    private Preflight() {}

    /** What is wrong with the target or its credentials, and the way out; empty when the run can begin. */
    public static Optional<String> problemOf(Target target, Contract contract) {
        try {
            Answer answer = new Wire(target, contract, exchange -> {})
                    .send(Call.of("listWorkspaces").with("limit", "1"));
            return switch (answer.status()) {
                case 200 -> epProblemOf(target);
                case 401, 403 ->
                    Optional.of("the token is refused (" + answer.status() + " " + answer.reason()
                            + "). Tokens last 24 hours: get a new one from IAM.");
                default ->
                    Optional.of("listing workspaces is answered with " + answer.status() + " " + answer.reason()
                            + ". Check the URL and the account.");
            };
        } catch (Unreachable e) {
            return Optional.of(unreachable(e));
        } catch (Nonconformance e) {
            return Optional.of("what answers at " + target.admin() + " is not this service: "
                    + e.getMessage().replaceFirst("\\.$", "") + ". Check the host and the base path.");
        }
    }

    /** Any answer will do: the ep host has no operation that tells more without a resource. */
    private static Optional<String> epProblemOf(Target target) {
        try {
            Wire.reach(target.ep());
            return Optional.empty();
        } catch (Unreachable e) {
            return Optional.of(unreachable(e));
        }
    }

    private static String unreachable(Unreachable e) {
        return e.getMessage() + ". Check the URL, the network and the proxy.";
    }
}
