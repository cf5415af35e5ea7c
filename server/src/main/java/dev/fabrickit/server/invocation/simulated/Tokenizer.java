package dev.fabrickit.server.invocation.simulated;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Divides text into tokens by one encoding, whatever the model. */
@Singleton
class Tokenizer {
    // What a single run of letters costs grows faster than its length.
    private static final int SEGMENT = 4_000;

    /**
     * The beginning of a text.
     *
     * @param pieces what the tokens say, each a text of its own: a character is never divided
     * @param tokens how many tokens there are
     * @param whole whether it is all of the text
     */
    record Beginning(List<String> pieces, int tokens, boolean whole) {}

    /** Loaded when first needed: it takes a fifth of a second. */
    private static final class Loaded {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }

    int count(String text) {
        int tokens = 0;
        for (int from = 0; from < text.length(); from = end(text, from)) {
            tokens += Loaded.ENCODING.countTokensOrdinary(text.substring(from, end(text, from)));
        }
        return tokens;
    }

    Beginning begin(String text, int limit) {
        Pieces pieces = new Pieces();
        int tokens = 0;
        for (int from = 0; from < text.length(); from = end(text, from)) {
            IntArrayList segment = Loaded.ENCODING.encodeOrdinary(text.substring(from, end(text, from)));
            for (int i = 0; i < segment.size(); i++) {
                if (tokens == limit) {
                    return new Beginning(pieces.complete, tokens, false);
                }
                pieces.add(token(segment.get(i)));
                tokens++;
            }
        }
        return new Beginning(pieces.complete, tokens, true);
    }

    private static int end(String text, int from) {
        int end = Math.min(from + SEGMENT, text.length());
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    private static byte[] token(int token) {
        IntArrayList one = new IntArrayList(1);
        one.add(token);
        return Loaded.ENCODING.decodeBytes(one);
    }

    /** Keeps the bytes of a character until all of them are there. */
    private static final class Pieces {
        private final List<String> complete = new ArrayList<>();
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private int missing;

        void add(byte[] token) {
            for (byte next : token) {
                missing = isContinuation(next) ? missing - 1 : following(next);
            }
            pending.writeBytes(token);
            if (missing == 0) {
                complete.add(pending.toString(StandardCharsets.UTF_8));
                pending.reset();
            }
        }

        private static boolean isContinuation(byte next) {
            return (next & 0xC0) == 0x80;
        }

        /** How many bytes of a character follow its first. */
        private static int following(byte first) {
            return Math.max(0, Integer.numberOfLeadingZeros(~(first << Integer.SIZE - Byte.SIZE)) - 1);
        }
    }
}
