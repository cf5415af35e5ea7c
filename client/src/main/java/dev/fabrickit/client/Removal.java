package dev.fabrickit.client;

/** Deletes one thing and waits until it is gone. When it is run again it goes on where it failed. */
final class Removal implements Runnable {
    private final Runnable deletion;
    private final Runnable waiting;
    private boolean asked;

    Removal(Runnable deletion, Runnable waiting) {
        this.deletion = deletion;
        this.waiting = waiting;
    }

    @Override
    public void run() {
        if (!asked) {
            unlessMissing(deletion);
            asked = true;
        }
        try {
            waiting.run();
        } catch (FailedStateException e) {
            asked = false;
            throw e;
        }
    }

    /** Whatever does not exist any more needs no deleting. */
    private static void unlessMissing(Runnable deletion) {
        try {
            deletion.run();
        } catch (ErrorAnswerException e) {
            if (!e.isMissing()) {
                throw e;
            }
        }
    }
}
