package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.stub.EmbeddedStub;
import dev.fabrickit.conformance.stub.StubOptions;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the stub until it is interrupted. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Fabrickit.Version.class,
        description = "Runs the stub until interrupted; prints its address and its credentials.")
final class Serve implements Callable<Integer> {
    @Mixin
    private StubOptions options = new StubOptions();

    @Override
    public Integer call() throws InterruptedException {
        EmbeddedStub stub = start();
        Runtime.getRuntime().addShutdownHook(new Thread(stub::close, "shutdown"));
        System.out.printf(
                """
                The stub answers at %1$s (admin and ep host in one); open it in a browser to click through the contract.
                Token: %2$s
                Try:   curl -H 'X-Auth-Token: %3$s' -H 'Content-Type: application/json' -d '{"name":"apieworkspace"}' %1$s/v1/workspaces
                Stop with Ctrl-C. What was created %4$s.
                """,
                stub.uri(),
                token(stub),
                stub.hasDevelopmentAccount() ? stub.token() : "…",
                options.isDurable() ? "stays" : "is gone then");
        new CountDownLatch(1).await();
        return 0;
    }

    /** Those of other accounts are for their owners alone to know. */
    private static String token(EmbeddedStub stub) {
        return stub.hasDevelopmentAccount()
                ? stub.token() + " (well known, for development only)"
                : "one of the accounts in the file of --config";
    }

    private EmbeddedStub start() {
        try {
            return options.start();
        } catch (IllegalArgumentException e) {
            throw new Complaint(Complaint.USAGE, e.getMessage());
        }
    }
}
