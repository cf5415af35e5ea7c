package dev.fabrickit.server.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class one stub on a free loopback port, started before the first of them and closed after the last.
 * Test methods and constructors take it as a parameter of type {@link dev.fabrickit.server.Stub}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StubExtension.class)
public @interface FabricStub {
    /** Settings that differ from the defaults, as {@code name=value}. */
    String[] value() default {};
}
