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
                case 200 -> Optional.empty();
                case 401, 403 ->
                    Optional.of("the token is refused (" + answer.status() + " "
                            + answer.body().path("error_msg").asText()
                            + "). Tokens last 24 hours: get a new one from IAM.");
                default ->
                    Optional.of("listing workspaces is answered with " + answer.status() + " "
                            + answer.body().path("error_msg").asText() + ". Check the URL and the account.");
            };
        } catch (Unreachable e) {
            return Optional.of(e.getMessage() + ". Check the URL, the network and the proxy.");
        } catch (Nonconformance e) {
            return Optional.of("what answers at " + target.admin() + " is not this service: " + e.getMessage()
                    + ". Check the host and the base path.");
        }
    }
}
