package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fabrickit.client.api.Call;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {
    private final List<String> done = new ArrayList<>();
    private final Cleanup cleanup = new Cleanup();
    private boolean broken = true;

    @Test
    void whatFailedIsTriedAgainInTheSameOrderAndWhatSucceededIsNot() {
        cleanup.later(() -> unlessBroken("first"));
        cleanup.later(() -> done.add("second"));
        cleanup.later(() -> unlessBroken("third"));

        assertThatIllegalStateException()
                .isThrownBy(cleanup::close)
                .withMessage("third")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .hasToString("java.lang.IllegalStateException: first"));
        broken = false;
        cleanup.close();
        cleanup.close();

        assertThat(done).containsExactly("second", "third", "first");
    }

    @Test
    void anErrorKeepsTheOthersNotFromBeingTried() {
        cleanup.later(() -> done.add("first"));
        cleanup.later(() -> {
            throw new AssertionError("second");
        });
        RuntimeException before = new RuntimeException("before");
        cleanup.closeAfter(before);

        assertThat(done).containsExactly("first");
        assertThat(before.getSuppressed()).singleElement().isInstanceOf(AssertionError.class);
    }

    @Test
    void aFailureThatComesAgainIsToldAsItIs() {
        IllegalStateException always = new IllegalStateException("always");
        Runnable failing = () -> {
            throw always;
        };
        cleanup.later(failing);
        cleanup.later(failing);
        cleanup.closeAfter(always);

        assertThatIllegalStateException().isThrownBy(cleanup::close).isSameAs(always);
        assertThat(always).hasNoSuppressedExceptions();
    }

    @Test
    void aRemovalWhoseWaitingFailedOnlyWaitsAgain() {
        cleanup.later(new Removal(() -> done.add("deleted"), () -> unlessBroken("gone")));

        assertThatIllegalStateException().isThrownBy(cleanup::close);
        broken = false;
        cleanup.close();

        assertThat(done).containsExactly("deleted", "gone");
    }

    @Test
    void aRemovalThatTheServiceGaveUpIsAskedForAgain() {
        FailedStateException failed =
                new FailedStateException(Call.of("showEndpoint", "GET", ""), new State("DELETE_FAILED", null, null));
        Removal removal = new Removal(() -> done.add("deleted"), () -> {
            if (broken) {
                throw failed;
            }
        });
        cleanup.later(removal);

        assertThat(catchThrowable(cleanup::close)).isSameAs(failed);
        broken = false;
        cleanup.close();

        assertThat(done).containsExactly("deleted", "deleted");
    }

    private void unlessBroken(String step) {
        if (broken) {
            throw new IllegalStateException(step);
        }
        done.add(step);
    }
}
