package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.stub.EmbeddedStub;
import dev.fabrickit.conformance.stub.StubOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
        requireLoopback();
        EmbeddedStub stub = start();
        Runtime.getRuntime().addShutdownHook(new Thread(stub::close, "shutdown"));
        System.out.printf("""
                The stub answers at %1$s (admin and ep host in one); open it in a browser to click through the contract.
                Token: %2$s (well known, for development only)
                Try:   curl -H 'X-Auth-Token: %2$s' -H 'Content-Type: application/json' -d '{"name":"apieworkspace"}' %1$s/v1/workspaces
                Stop with Ctrl-C. What was created %3$s.
                """, stub.uri(), stub.token(), options.isDurable() ? "stays" : "is gone then");
        new CountDownLatch(1).await();
        return 0;
    }

    private EmbeddedStub start() {
        try {
            return options.start();
        } catch (IllegalArgumentException e) {
            throw new Complaint(Complaint.USAGE, e.getMessage());
        }
    }

    /** The only credentials are the well-known ones: nobody else may reach the stub. */
    private void requireLoopback() {
        try {
            if (InetAddress.getByName(options.host()).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new Complaint(Complaint.USAGE, "--host is " + options.host() + ", but no such address is known");
        }
        throw new Complaint(
                Complaint.USAGE,
                "--host is " + options.host()
                        + ", but this version only serves on loopback, as its credentials are well known");
    }
}
