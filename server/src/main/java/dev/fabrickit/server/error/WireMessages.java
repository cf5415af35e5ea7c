package dev.fabrickit.server.error;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a request that the contract does not know, in the names of the wire and nothing of Java. */
final class WireMessages {
    static final String UNREADABLE = "failed to read http request, please check your input";

    private WireMessages() {}

    static String of(@Nullable Throwable problem) {
        return UNREADABLE + ": "
                + causes(problem).flatMap(WireMessages::reason).findFirst().orElse("it is malformed");
    }

    private static Stream<Throwable> causes(@Nullable Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }

    private static Stream<String> reason(Throwable cause) {
        if (cause instanceof JsonMappingException mapping) {
            String field = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                    .collect(Collectors.joining())
                    .replaceFirst("^\\.", "");
            String fault = mapping instanceof ValueInstantiationException
                    ? "has a value that is not allowed"
                    : "has the wrong type";
            return Stream.of((field.isEmpty() ? "the body" : field) + " " + fault);
        }
        if (cause instanceof JsonParseException parse) {
            return Stream.of(
                    "the body is not valid JSON, line " + parse.getLocation().getLineNr() + ", column "
                            + parse.getLocation().getColumnNr());
        }
        if (cause instanceof UnsatisfiedBodyRouteException) {
            return Stream.of("a JSON body is required");
        }
        return cause instanceof ConversionErrorException conversion ? conversionReason(conversion) : Stream.empty();
    }

    /** A conversion of the body says more in its cause. */
    private static Stream<String> conversionReason(ConversionErrorException conversion) {
        Argument<?> argument = conversion.getArgument();
        return causes(conversion).anyMatch(JacksonException.class::isInstance)
                ? Stream.empty()
                : Stream.of(wireName(argument.getName()) + " has the wrong type");
    }

    static String wireName(String javaName) {
        return SnakeCaseStrategy.INSTANCE.translate(javaName);
    }
}
