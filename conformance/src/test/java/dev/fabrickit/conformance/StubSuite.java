package dev.fabrickit.conformance;

import static io.cucumber.junit.platform.engine.Constants.PLUGIN_PROPERTY_NAME;

import dev.fabrickit.conformance.contract.Contract;
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
class StubSuite extends ConformanceSuite {
    private static EmbeddedStub stub;

    @BeforeSuite
    static void begin() {
        stub = EmbeddedStub.start();
        new Run(
                        stub.target(),
                        Contract.full(),
                        Means.tutorial(),
                        Duration.ofSeconds(30),
                        false,
                        new Console(System.out, false, stub.target()::masked))
                .begin();
    }

    @AfterSuite
    static void end() {
        stub.close();
    }
}
