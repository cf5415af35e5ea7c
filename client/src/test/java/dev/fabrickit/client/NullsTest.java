package dev.fabrickit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.EndpointType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A null where none may be is refused on the spot, by its name, at every door of the client. */
class NullsTest {
    private static final FabricClient CLIENT = FabricClient.builder()
            .adminUrl(URI.create("http://127.0.0.1:1"))
            .retries(Retries.NONE)
            .build();
    private static final Consumer<Progress> NOBODY = seen -> {};
    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, "value"),
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(Boolean.class, true),
            Map.entry(List.class, List.of("value")),
            Map.entry(EndpointType.class, EndpointType.INFERENCE),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(Instant.class, Instant.MAX),
            Map.entry(URI.class, URI.create("http://127.0.0.1:1")),
            Map.entry(Path.class, Path.of("ca.pem")),
            Map.entry(Map.class, Map.of()),
            Map.entry(Consumer.class, NOBODY),
            Map.entry(FabricClient.class, CLIENT),
            Map.entry(ChatCompletionRequest.class, new ChatCompletionRequest()));

    private record Door(@Nullable Object receiver, Executable way, int closed) {
        void enter() throws Throwable {
            Object[] values =
                    Arrays.stream(way.getParameters()).map(NullsTest::value).toArray();
            values[closed] = null;
            try {
                if (way instanceof Method method) {
                    method.invoke(receiver, values);
                } else {
                    ((Constructor<?>) way).newInstance(values);
                }
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        /** The name of the parameter, or of what has no other. */
        boolean isNamedBy(String message) {
            String name = way.getParameters()[closed].getName();
            boolean only = Arrays.stream(way.getParameterTypes())
                            .filter(type -> !type.isPrimitive())
                            .count()
                    == 1;
            boolean body = way.getParameterTypes()[closed].getPackageName().endsWith(".schema");
            return plain(message).contains(plain(name))
                    || only && plain(message).contains(plain(way.getName()))
                    || body && message.equals(way.getName() + ": the body");
        }

        private static String plain(String name) {
            return name.replaceAll("[ _]", "").toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return way.getDeclaringClass().getSimpleName() + "." + way.getName() + " "
                    + way.getParameters()[closed].getName();
        }
    }

    @Test
    void everyNullIsRefusedByItsName() {
        List<Door> doors = doors().toList();
        String open = doors.stream()
                .map(door -> problem(door, catchThrowable(door::enter)))
                .filter(problem -> !problem.isEmpty())
                .collect(Collectors.joining("\n"));

        assertThat(doors).hasSizeGreaterThan(100);
        assertThat(open).isEmpty();
    }

    private static String problem(Door door, Throwable thrown) {
        boolean refused = thrown instanceof NullPointerException
                && thrown.getMessage() != null
                && door.isNamedBy(thrown.getMessage());
        return refused ? "" : door + ": " + thrown;
    }

    private static Stream<Door> doors() {
        Stream<Object> receivers = Stream.of(CLIENT, FabricClient.builder(), new Procedure(), CLIENT.waiting());
        Stream<Object> tags = Arrays.stream(FabricClient.class.getMethods())
                .filter(method -> method.getReturnType().getPackageName().endsWith(".api"))
                .map(NullsTest::tag);
        Stream<Door> methods = Stream.concat(receivers, tags)
                .flatMap(receiver -> Arrays.stream(receiver.getClass().getDeclaredMethods())
                        .flatMap(method -> doors(receiver, method)));
        Stream<Door> credentials = Arrays.stream(Credentials.class.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .flatMap(method -> doors(null, method));
        Stream<Door> records = Stream.of(Retries.class, IssuedToken.class)
                .flatMap(type -> Arrays.stream(type.getConstructors()))
                .flatMap(constructor -> doors(null, constructor));
        return Stream.of(methods, credentials, records).flatMap(all -> all);
    }

    private static Object tag(Method method) {
        try {
            return method.invoke(CLIENT);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Door> doors(@Nullable Object receiver, Executable way) {
        return IntStream.range(0, way.getParameterCount())
                .filter(index -> Modifier.isPublic(way.getModifiers()) && !mayBeNull(way.getParameters()[index]))
                .mapToObj(index -> new Door(receiver, way, index));
    }

    private static boolean mayBeNull(Parameter parameter) {
        return parameter.getType().isPrimitive() || parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object value(Parameter parameter) {
        Object known = VALUES.get(parameter.getType());
        try {
            return known != null ? known : parameter.getType().getConstructor().newInstance();
        } catch (ReflectiveOperationException noOtherCanBeMade) {
            return parameter.getName();
        }
    }
}
