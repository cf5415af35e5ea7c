package dev.fabrickit.conformance;

import static io.cucumber.junit.platform.engine.Constants.PARALLEL_CONFIG_FIXED_MAX_POOL_SIZE_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.PARALLEL_CONFIG_FIXED_PARALLELISM_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.PARALLEL_CONFIG_STRATEGY_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.PLUGIN_PROPERTY_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.report.Breaches;
import dev.fabrickit.conformance.report.Coverage;
import dev.fabrickit.conformance.report.Share;
import dev.fabrickit.conformance.requirement.Requirements;
import dev.fabrickit.conformance.run.Console;
import dev.fabrickit.conformance.run.Means;
import dev.fabrickit.conformance.run.Run;
import dev.fabrickit.conformance.stub.EmbeddedStub;
import java.time.Duration;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;

/** All features against the embedded stub, in the build. */
@ConfigurationParameter(
        key = PLUGIN_PROPERTY_NAME,
        value = "html:target/conformance-report/cucumber.html,junit:target/conformance-report/junit.xml,"
                + "dev.fabrickit.conformance.report.Progress")
@ConfigurationParameter(key = PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME, value = "true")
@ConfigurationParameter(key = PARALLEL_CONFIG_STRATEGY_PROPERTY_NAME, value = "fixed")
@ConfigurationParameter(key = PARALLEL_CONFIG_FIXED_PARALLELISM_PROPERTY_NAME, value = "4")
@ConfigurationParameter(key = PARALLEL_CONFIG_FIXED_MAX_POOL_SIZE_PROPERTY_NAME, value = "4")
class StubSuite extends ConformanceSuite {
    /** Raise it with the features; what is missing stands in {@code conformance-report.yaml}. */
    private static final int LEAST_ANSWERS = 88;

    private static final int LEAST_INPUTS = 85;
    private static final int LEAST_CONSTRAINTS = 78;

    private static EmbeddedStub stub;
    private static Coverage coverage;
    private static Breaches breaches;

    @BeforeSuite
    static void begin() {
        stub = EmbeddedStub.start();
        Contract contract = Contract.full();
        coverage = new Coverage(contract, Requirements.load());
        Console console = new Console(System.out, false, stub.target()::masked);
        Run run = new Run(stub.target(), contract, Means.tutorial(), Duration.ofSeconds(30), false, console);
        run.examples().listen(coverage);
        breaches = new Breaches();
        run.examples().listen(breaches);
        run.begin();
    }

    @AfterSuite
    static void end() {
        stub.close();
        System.out.println("seen on the wire: " + coverage);
        mustReach(coverage.answers(), LEAST_ANSWERS);
        mustReach(coverage.inputs(), LEAST_INPUTS);
        mustReach(coverage.constraints(), LEAST_CONSTRAINTS);
        assertThat(breaches.lines()).as("where answers broke the contract").isEmpty();
    }

    private static void mustReach(Share share, int least) {
        assertThat(share.percent()).as("not seen: " + share.missing()).isGreaterThanOrEqualTo(least);
    }
}
