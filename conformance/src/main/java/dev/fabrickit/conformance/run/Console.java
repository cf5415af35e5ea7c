package dev.fabrickit.conformance.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where a run tells its progress. Streamed text is indented under its step; everything else is a line. */
public final class Console {
    private static final String MARGIN = "      | ";

    private static final String CLEAR = "\r\u001B[K";

    /** A longer line would not be replaced as a whole. */
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final boolean colours;
    private final UnaryOperator<String> mask;
    private final StringBuilder word = new StringBuilder();
    private final List<String> asides = new ArrayList<>();
    private boolean inText;
    private boolean muted;
    private boolean inStatus;

    /**
     * @param colours whether the reader is a terminal
     * @param mask takes out of a text what must not be shown
     */
    public Console(PrintStream out, boolean colours, UnaryOperator<String> mask) {
        this.out = out;
        this.colours = colours;
        this.mask = mask;
    }

    public synchronized void line(String text) {
        endText();
        print(text + System.lineSeparator());
    }

    /** A line of something else that goes on meanwhile: it does not come between streamed text. */
    public synchronized void aside(String text) {
        if (inText) {
            asides.add(text);
        } else {
            line(text);
        }
    }

    /** A piece of text as it streams in. It is shown word by word: half a secret could not be told from a text. */
    public synchronized void piece(String text) {
        word.append(text);
        int end = word.length();
        while (end > 0 && !Character.isWhitespace(word.charAt(end - 1))) {
            end--;
        }
        showText(word.substring(0, end));
        word.delete(0, end);
    }

    private void showText(String text) {
        if (text.isEmpty()) {
            return;
        }
        String margin = inText ? "" : MARGIN;
        inText = true;
        // A service must not steer the terminal.
        print(margin + text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?").replace("\n", System.lineSeparator() + MARGIN));
    }

    private void endText() {
        showText(word.toString());
        word.setLength(0);
        if (inText) {
            print(System.lineSeparator());
            inText = false;
            asides.forEach(aside -> print(aside + System.lineSeparator()));
            asides.clear();
        }
    }

    /** Whether there is a terminal that shows what changes. */
    boolean isLive() {
        return colours;
    }

    /** Shows a line until the next one replaces it, where a terminal can; nothing while text streams in. */
    synchronized void status(String text) {
        if (colours && !inText && !(text.isEmpty() && !inStatus)) {
            String line = text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
            print(line.isEmpty() ? "" : dim(line));
            inStatus = !text.isEmpty();
        }
    }

    private void print(String text) {
        if (!muted) {
            if (inStatus) {
                out.print(CLEAR);
                inStatus = false;
            }
            out.print(mask.apply(text));
            out.flush();
        }
    }

    /** From now on says nothing. */
    public synchronized void mute() {
        endText();
        muted = true;
    }

    public String green(String text) {
        return inColour(32, text);
    }

    public String red(String text) {
        return inColour(31, text);
    }

    public String yellow(String text) {
        return inColour(33, text);
    }

    public String dim(String text) {
        return inColour(2, text);
    }

    private String inColour(int code, String text) {
        return colours ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
