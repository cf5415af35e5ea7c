package dev.fabrickit.server.error;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.DefaultConstraintValidators;
import io.micronaut.validation.validator.constraints.SizeValidator;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Optional;

/** Lets the limits of texts count code points, as the contract's do, and not UTF-16 units. */
@Singleton
@Replaces(DefaultConstraintValidators.class)
class CodePoints extends DefaultConstraintValidators {
    private static final SizeValidator<CharSequence> LENGTH = text -> Character.codePointCount(text, 0, text.length());

    CodePoints(BeanContext context) {
        super(context);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A extends Annotation, T> Optional<ConstraintValidator<A, T>> findConstraintValidator(
            Class<A> constraintType, Class<T> targetType) {
        return constraintType == Size.class && CharSequence.class.isAssignableFrom(targetType)
                ? Optional.of((ConstraintValidator<A, T>) LENGTH)
                : super.findConstraintValidator(constraintType, targetType);
    }
}
