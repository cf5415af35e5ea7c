package dev.fabrickit.server.validation;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.bind.RequestBinderRegistry;
import jakarta.inject.Singleton;

/** Puts our binder of query values in the place of the framework's, which a bean could not do. */
@Singleton
class Binders implements BeanCreatedEventListener<RequestBinderRegistry> {
    private final ConversionService conversions;

    Binders(ConversionService conversions) {
        this.conversions = conversions;
    }

    @Override
    public RequestBinderRegistry onCreated(BeanCreatedEvent<RequestBinderRegistry> event) {
        RequestBinderRegistry registry = event.getBean();
        registry.addArgumentBinder(new GivenValues<>(conversions));
        return registry;
    }
}
