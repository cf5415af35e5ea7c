package dev.fabrickit.server.invocation.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    private static final int ALL = Integer.MAX_VALUE;

    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "  two\n\nparagraphs\r\n",
                "推理 \uD83D\uDE80\u2028 \u0000",
                "<|endoftext|>",
                "👩‍🚀é🇨🇳"
            })
    void thePiecesJoinToTheText(String text) {
        Tokenizer.Beginning beginning = tokenizer.begin(text, ALL);

        assertThat(String.join("", beginning.pieces())).isEqualTo(text);
        assertThat(beginning.whole()).isTrue();
        assertThat(beginning.tokens()).isEqualTo(tokenizer.count(text));
    }

    @Test
    void aCharacterIsNeverDivided() {
        int[] characters = new Random(1)
                .ints(20_000, 0x20, 0x1FFFF)
                .filter(character -> Character.getType(character) != Character.SURROGATE)
                .toArray();
        String text = new String(characters, 0, characters.length);

        assertThat(String.join("", tokenizer.begin(text, ALL).pieces())).isEqualTo(text);
        assertThat(tokenizer.begin(text, ALL).pieces()).noneMatch(piece -> piece.contains("\uFFFD"));
    }

    @Test
    void aLimitEndsBeforeTheCharacterThatItWouldDivide() {
        String rockets = "🚀🐙🦑🧭";
        int tokens = tokenizer.count(rockets);
        assertThat(tokens).isGreaterThan(4);

        assertThat(IntStream.range(0, tokens).mapToObj(limit -> tokenizer.begin(rockets, limit)))
                .allSatisfy(beginning -> {
                    assertThat(beginning.whole()).isFalse();
                    assertThat(rockets).startsWith(String.join("", beginning.pieces()));
                });
    }

    @Test
    @Timeout(20)
    void aRunOfLettersCostsNoMoreThanItsLength() {
        assertThat(tokenizer.begin("a".repeat(12_000_000), 10).tokens()).isEqualTo(10);
        assertThat(tokenizer.count("a".repeat(2_000_000))).isGreaterThan(200_000);
    }
}
