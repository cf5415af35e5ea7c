package dev.fabrickit.conformance.steps;

import dev.fabrickit.conformance.scene.Attempts;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Caller;
import io.cucumber.java.en.When;

public class HealthSteps {
    private final Attempts attempts;

    public HealthSteps(Attempts attempts) {
        this.attempts = attempts;
    }

    @When("I ask for the health of the service with {caller}")
    public void showHealth(Caller caller) {
        attempts.ask(null, Call.of("showHealth").by(caller));
    }
}
