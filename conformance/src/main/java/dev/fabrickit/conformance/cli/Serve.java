package dev.fabrickit.conformance.cli;

import dev.fabrickit.conformance.stub.EmbeddedStub;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the stub until it is interrupted. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the stub until interrupted; prints its address and its credentials.")
final class Serve implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "The port; a free one by default.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "127.0.0.1",
            description = "The address to bind to (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Override
    public Integer call() throws InterruptedException {
        requireLoopback();
        if (port < 0 || port > 65_535) {
            throw new Complaint(Complaint.USAGE, "--port is " + port + ", but must be between 1 and 65535");
        }
        EmbeddedStub stub = start();
        Runtime.getRuntime().addShutdownHook(new Thread(stub::close, "shutdown"));
        System.out.printf("""
                The stub answers at %1$s (admin and ep host in one).
                Token: %2$s (well known, for development only)
                Try:   curl -H 'X-Auth-Token: %2$s' -H 'Content-Type: application/json' -d '{"name":"apieworkspace"}' %1$s/v1/workspaces
                Stop with Ctrl-C. What was created is gone then.
                """, stub.uri(), stub.token());
        new CountDownLatch(1).await();
        return 0;
    }

    private EmbeddedStub start() {
        try {
            return EmbeddedStub.start(host, port);
        } catch (RuntimeException e) {
            if (Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .anyMatch(BindException.class::isInstance)) {
                throw new Complaint(
                        Complaint.USAGE,
                        "port " + port + " of " + host + " is in use or not ours to use. Choose another with --port, "
                                + "or leave it out for a free one.");
            }
            throw e;
        }
    }

    /** The only credentials are the well-known ones: nobody else may reach the stub. */
    private void requireLoopback() {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new Complaint(Complaint.USAGE, "--host is " + host + ", but no such address is known");
        }
        throw new Complaint(
                Complaint.USAGE,
                "--host is " + host + ", but this version only serves on loopback, as its credentials are well known");
    }
}
