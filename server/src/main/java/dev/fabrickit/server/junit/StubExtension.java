package dev.fabrickit.server.junit;

import dev.fabrickit.server.Stub;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the stub of a test class when it is first asked for. JUnit closes it at the end of the class. */
final class StubExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(StubExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stub.class;
    }

    @Override
    public Stub resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> tests = context.getRequiredTestClass();
        ExtensionContext.Store store = classContext(context).getStore(NAMESPACE);
        return store.computeIfAbsent(tests, ignored -> Stub.start(settings(tests)), Stub.class);
    }

    private static ExtensionContext classContext(ExtensionContext context) {
        return context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
    }

    private static Map<String, Object> settings(Class<?> tests) {
        Map<String, Object> settings = new HashMap<>();
        AnnotationSupport.findAnnotation(tests, FabricStub.class).ifPresent(stub -> {
            for (String setting : stub.value()) {
                String[] parts = setting.split("=", 2);
                if (parts.length != 2) {
                    throw new IllegalArgumentException("@FabricStub: '" + setting + "' is not like name=value");
                }
                settings.put(parts[0], parts[1]);
            }
        });
        return settings;
    }
}
