package dev.fabrickit.server.invocation.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A number of a range.
 *
 * @param step what it is a multiple of; null for any number
 */
record SampleNumber(Bound low, Bound high, @Nullable BigDecimal step) {
    private static final BigDecimal WIDTH = BigDecimal.valueOf(100);
    private static final BigDecimal EIGHTH = new BigDecimal("0.125");
    private static final BigInteger CHOICES = BigInteger.valueOf(1_000);
    private static final int DIGITS = 400;

    /** One end of the range, which may itself be allowed or not. */
    private record Bound(BigDecimal value, boolean allowed) {

        static @Nullable Bound of(JsonNode schema, String keyword, String exclusive, int inwards) {
            JsonNode bound = schema.path(keyword);
            JsonNode beyond = schema.path(exclusive);
            if (beyond.isNumber() && (!bound.isNumber() || decent(beyond).compareTo(decent(bound)) * inwards >= 0)) {
                return new Bound(decent(beyond), false);
            }
            return bound.isNumber() ? new Bound(decent(bound), !beyond.asBoolean()) : null;
        }
    }

    static SampleNumber of(JsonNode schema, boolean integer) {
        BigDecimal step = schema.path("multipleOf").isNumber()
                ? decent(schema.get("multipleOf"))
                : integer ? BigDecimal.ONE : null;
        if (integer && step.stripTrailingZeros().scale() > 0) {
            step = new BigDecimal(step.stripTrailingZeros().unscaledValue());
        }
        Bound low = Bound.of(schema, "minimum", "exclusiveMinimum", 1);
        Bound high = Bound.of(schema, "maximum", "exclusiveMaximum", -1);
        BigDecimal width = step == null ? WIDTH : WIDTH.max(step);
        if (low == null) {
            low = new Bound(
                    high == null || high.value.signum() > 0 ? BigDecimal.ZERO : high.value.subtract(width), true);
        }
        return new SampleNumber(low, high == null ? new Bound(low.value.add(width), true) : high, step);
    }

    /** Numbers of endless digits would take endless memory. */
    private static BigDecimal decent(JsonNode number) {
        BigDecimal value = number.decimalValue();
        if (Math.abs(value.scale()) > DIGITS || value.precision() > DIGITS) {
            throw new NoSample("one of its numbers is too long");
        }
        return value;
    }

    JsonNode pick(RandomGenerator random) {
        BigDecimal number = (step == null ? between(random) : multiple(step, random)).stripTrailingZeros();
        return DecimalNode.valueOf(number.setScale(Math.max(0, number.scale())));
    }

    private BigDecimal between(RandomGenerator random) {
        BigDecimal width = high.value.subtract(low.value);
        if (width.signum() < 0 || width.signum() == 0 && !(low.allowed && high.allowed)) {
            throw emptyRange();
        }
        return low.value.add(width.multiply(EIGHTH).multiply(BigDecimal.valueOf(random.nextInt(1, 8))));
    }

    private BigDecimal multiple(BigDecimal step, RandomGenerator random) {
        if (step.signum() <= 0) {
            throw emptyRange();
        }
        BigInteger first = low.value.divide(step, 0, RoundingMode.CEILING).toBigInteger();
        BigInteger last = high.value.divide(step, 0, RoundingMode.FLOOR).toBigInteger();
        if (!low.allowed && is(first, step, low)) {
            first = first.add(BigInteger.ONE);
        }
        if (!high.allowed && is(last, step, high)) {
            last = last.subtract(BigInteger.ONE);
        }
        BigInteger choices = last.subtract(first).add(BigInteger.ONE).min(CHOICES);
        if (choices.signum() <= 0) {
            throw emptyRange();
        }
        BigInteger chosen = first.add(BigInteger.valueOf(random.nextInt(choices.intValue())));
        return new BigDecimal(chosen).multiply(step);
    }

    private static boolean is(BigInteger multiple, BigDecimal step, Bound bound) {
        return new BigDecimal(multiple).multiply(step).compareTo(bound.value) == 0;
    }

    private static NoSample emptyRange() {
        return new NoSample("one of its numbers has an empty range");
    }
}
