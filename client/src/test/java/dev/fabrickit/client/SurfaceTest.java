package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds the public API to {@code surface.txt}. When it changed on purpose, rewrite the file with
 * {@code mvn -pl client -am test -Dtest=SurfaceTest -Dsurefire.failIfNoSpecifiedTests=false -Dsurface.update}.
 */
class SurfaceTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/fabrickit/client/surface.txt");
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    @Test
    void thePublicApiIsTheRecordedOne() throws IOException, URISyntaxException {
        List<String> surface = surface();
        if (System.getProperty("surface.update") != null) {
            Files.write(GOLDEN, surface);
        }
        assumeTrue(System.getenv("CI") != null || System.getProperty("surface.update") != null, "compared in CI");

        assertThat(surface).hasSizeGreaterThan(500);
        assertThat(String.join("\n", surface))
                .isEqualTo(Files.readString(GOLDEN).strip());
    }

    private static List<String> surface() throws IOException, URISyntaxException {
        Path classes = Path.of(FabricClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(SurfaceTest::load)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .flatMap(SurfaceTest::lines)
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> lines(Class<?> type) {
        Stream<String> fields = visible(type.getDeclaredFields()).map(SurfaceTest::line);
        Stream<String> constructors =
                visible(type.getDeclaredConstructors()).map(constructor -> "new" + parameters(constructor));
        Stream<String> methods = visible(type.getDeclaredMethods())
                .filter(method -> !OF_EVERY_OBJECT.contains(method.getName()))
                .map(SurfaceTest::line);
        String name = shortName(type.getName());
        return Stream.concat(
                Stream.of(name + " is " + kind(type)),
                Stream.of(fields, constructors, methods).flatMap(lines -> lines).map(line -> name + " " + line));
    }

    private static <M extends Member> Stream<M> visible(M[] members) {
        return Arrays.stream(members)
                .filter(member ->
                        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                .filter(member -> !member.isSynthetic());
    }

    private static String kind(Class<?> type) {
        int modifiers = type.getModifiers();
        String sort = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        String reach = type.isSealed() ? "sealed " : Modifier.isFinal(modifiers) ? "final " : "";
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
        return above.map(parent -> " < " + shortName(parent.getName()))
                .collect(Collectors.joining("", reach + sort, ""));
    }

    private static String line(Field field) {
        return prefix(field) + field.getName() + ": " + shortName(field.getAnnotatedType());
    }

    private static String line(Method method) {
        return prefix(method) + method.getName() + parameters(method) + ": "
                + shortName(method.getAnnotatedReturnType());
    }

    private static String prefix(Member member) {
        return Modifier.isStatic(member.getModifiers()) ? "static " : "";
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getParameters())
                .map(parameter -> parameter.getName() + " " + shortName(parameter.getAnnotatedType()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A question mark stands behind what may be null. */
    private static String shortName(AnnotatedType type) {
        return shortName(type.getType().getTypeName()) + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    private static String shortName(String name) {
        return name.replace("dev.fabrickit.client.", "").replaceAll("\\bjava\\.[a-z.]+\\.", "");
    }
}
