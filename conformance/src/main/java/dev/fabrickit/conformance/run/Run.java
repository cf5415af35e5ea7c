package dev.fabrickit.conformance.run;

import dev.fabrickit.conformance.contract.Contract;
import dev.fabrickit.conformance.wire.Notary;
import dev.fabrickit.conformance.wire.Target;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What all scenarios of a run share.
 *
 * @param contract what the target is judged by
 * @param means what the account of the target can use
 * @param readyTimeout how long to wait for an endpoint or an inference service
 * @param keep whether what was created stays
 * @param journal what is told of all that may come to be
 * @param ledgers what is to be deleted when the run is interrupted
 * @param exchanges what has passed the wire, of the examples under way
 * @param examples what became of the others
 */
public record Run(
        Target target,
        Contract contract,
        Means means,
        Duration readyTimeout,
        boolean keep,
        Console console,
        Notary journal,
        Ledgers ledgers,
        Exchanges exchanges,
        Examples examples) {

    /** Cucumber makes steps and plugins by itself and hands them nothing: this is how they find their run. */
    private static final AtomicReference<@Nullable Run> CURRENT = new AtomicReference<>();

    public Run(
            Target target,
            Contract contract,
            Means means,
            Duration readyTimeout,
            boolean keep,
            Console console,
            Notary journal) {
        this(
                target,
                contract,
                means,
                readyTimeout,
                keep,
                console,
                journal,
                new Ledgers(),
                new Exchanges(),
                new Examples());
    }

    /** A run against a target that nothing outlives. */
    public Run(Target target, Contract contract, Means means, Duration readyTimeout, boolean keep, Console console) {
        this(target, contract, means, readyTimeout, keep, console, Notary.NONE);
    }

    public static Run current() {
        Run run = CURRENT.get();
        if (run == null) {
            throw new IllegalStateException("no run was begun");
        }
        return run;
    }

    public void begin() {
        CURRENT.set(this);
    }
}
