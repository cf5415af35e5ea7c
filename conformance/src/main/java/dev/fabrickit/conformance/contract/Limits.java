package dev.fabrickit.conformance.contract;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a schema: its own, or those on which all official sources agree.
 *
 * @param full whether its own are meant
 */
public record Limits(Schema<?> schema, boolean full) {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    public Optional<Integer> least(String keyword) {
        return agreed(keyword, own(keyword), true)
                .map(BigDecimal::intValueExact)
                .filter(least -> least > 0);
    }

    public Optional<Integer> most(String keyword) {
        return agreed(keyword, own(keyword), false).map(BigDecimal::intValueExact);
    }

    public Optional<Integer> tooFew(String keyword) {
        return agreed(keyword, own(keyword), false)
                .map(BigDecimal::intValueExact)
                .filter(least -> least > 0)
                .map(least -> least - 1);
    }

    public Optional<Integer> tooMany(String keyword) {
        return agreed(keyword, own(keyword), true)
                .map(BigDecimal::intValueExact)
                .map(most -> most + 1);
    }

    public Optional<BigDecimal> lowest() {
        return agreed("minimum", schema.getMinimum(), true);
    }

    public Optional<BigDecimal> highest() {
        return agreed("maximum", schema.getMaximum(), false);
    }

    public Optional<BigDecimal> tooLow(BigDecimal step) {
        return agreed("minimum", schema.getMinimum(), false).map(least -> least.subtract(step));
    }

    public Optional<BigDecimal> tooHigh(BigDecimal step) {
        return agreed("maximum", schema.getMaximum(), true)
                .filter(most -> most.compareTo(LARGEST) < 0)
                .map(most -> most.add(step));
    }

    private @Nullable BigDecimal own(String keyword) {
        Integer limit = switch (keyword) {
            case "minLength" -> schema.getMinLength();
            case "maxLength" -> schema.getMaxLength();
            case "minItems" -> schema.getMinItems();
            default -> schema.getMaxItems();
        };
        return limit == null ? null : BigDecimal.valueOf(limit);
    }

    /** Of two sources the greater or the smaller limit; of one, its own. */
    private Optional<BigDecimal> agreed(String keyword, @Nullable BigDecimal own, boolean greater) {
        if (own == null || full || schema.getExtensions() == null) {
            return Optional.ofNullable(own);
        }
        Object disputed = schema.getExtensions().get("x-disputed");
        if (!(disputed instanceof Map<?, ?> others) || !others.containsKey(keyword)) {
            return Optional.of(own);
        }
        BigDecimal other = new BigDecimal(String.valueOf(others.get(keyword)));
        return Optional.of(greater ? own.max(other) : own.min(other));
    }
}
