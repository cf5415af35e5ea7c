package dev.fabrickit.conformance.run;

import dev.fabrickit.conformance.wire.Answer;
import dev.fabrickit.conformance.wire.Call;
import dev.fabrickit.conformance.wire.Wire;

/** Deletes what a run has made. A service may refuse that while something is under way: then it is waited for. */
final class Removal {
    private final Wire wire;
    private final Eventually eventually;

    Removal(Wire wire, Eventually eventually) {
        this.wire = wire;
        this.eventually = eventually;
    }

    /** Deletes a resource and waits until it is gone. Says whether it was there. */
    boolean remove(Resource resource) {
        Call deletion = resource.call(resource.kind().delete());
        boolean settles = resource.kind().show().isPresent();
        Answer answer = wire.ask(deletion);
        if (settles && isRefused(answer)) {
            eventually.settled(resource);
            answer = eventually.isGone(resource) ? answer : wire.ask(deletion);
        }
        if (isRefused(answer) && !(settles && eventually.isGone(resource))) {
            answer.mustSucceed();
        }
        if (settles) {
            eventually.removed(resource);
        }
        return !answer.isMissing();
    }

    private static boolean isRefused(Answer answer) {
        return answer.status() >= 300 && !answer.isMissing();
    }
}
