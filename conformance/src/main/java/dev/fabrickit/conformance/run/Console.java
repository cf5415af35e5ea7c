package dev.fabrickit.conformance.run;

import java.io.PrintStream;

/** Where a run tells its progress. Streamed text is indented under its step; everything else is a line. */
public final class Console {
    private static final String MARGIN = "      | ";

    private final PrintStream out;
    private final boolean colours;
    private boolean inText;
    private boolean muted;

    /**
     * @param colours whether the reader is a terminal
     */
    public Console(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    public synchronized void line(String text) {
        endText();
        print(text + System.lineSeparator());
    }

    /** A piece of text as it streams in. */
    public synchronized void piece(String text) {
        if (!inText) {
            print(MARGIN);
            inText = true;
        }
        // A service must not steer the terminal.
        print(text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?").replace("\n", System.lineSeparator() + MARGIN));
    }

    private void endText() {
        if (inText) {
            print(System.lineSeparator());
            inText = false;
        }
    }

    private void print(String text) {
        if (!muted) {
            out.print(text);
            out.flush();
        }
    }

    /** From now on says nothing. */
    public synchronized void mute() {
        endText();
        muted = true;
    }

    public String green(String text) {
        return colours ? "\u001B[32m" + text + "\u001B[0m" : text;
    }

    public String red(String text) {
        return colours ? "\u001B[31m" + text + "\u001B[0m" : text;
    }

    public String dim(String text) {
        return colours ? "\u001B[2m" + text + "\u001B[0m" : text;
    }
}
