package dev.fabrickit.server.validation;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.bind.binders.QueryValueArgumentBinder;
import io.micronaut.http.bind.binders.RequestArgumentBinder;
import io.micronaut.http.simple.SimpleHttpParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands a controller the query values that were given: {@code ?visibility=} is the same as no visibility. */
final class GivenValues<T> extends QueryValueArgumentBinder<T> {
    private final ConversionService conversions;

    GivenValues(ConversionService conversions) {
        super(conversions);
        this.conversions = conversions;
    }

    private GivenValues(ConversionService conversions, Argument<T> argument) {
        super(conversions, argument);
        this.conversions = conversions;
    }

    @Override
    public RequestArgumentBinder<T> createSpecific(Argument<T> argument) {
        return new GivenValues<>(conversions, argument);
    }

    @Override
    public BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> request) {
        boolean allGiven = request.getParameters().values().stream().noneMatch(values -> values.contains(""));
        return super.bind(context, allGiven ? request : new Given<>(request, conversions));
    }

    private static final class Given<B> extends HttpRequestWrapper<B> {
        private final HttpParameters parameters;

        Given(HttpRequest<B> request, ConversionService conversions) {
            super(request);
            Map<CharSequence, List<String>> given = new LinkedHashMap<>();
            request.getParameters().forEach((name, values) -> {
                List<String> texts =
                        values.stream().filter(text -> !text.isEmpty()).toList();
                if (!texts.isEmpty()) {
                    given.put(name, texts);
                }
            });
            parameters = new SimpleHttpParameters(given, conversions);
        }

        @Override
        public HttpParameters getParameters() {
            return parameters;
        }
    }
}
