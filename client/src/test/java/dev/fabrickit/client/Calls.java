package dev.fabrickit.client;

import dev.fabrickit.client.schema.ChatCompletionRequest;
import dev.fabrickit.client.schema.EndpointType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes the calls of the contract by their names. */
final class Calls {
    private Calls() {}

    /** With values for all parameters, each of which tells which it is. */
    static void make(Promise promise, FabricClient client) throws ReflectiveOperationException {
        Method method = methodOf(promise);
        Object[] values =
                Arrays.stream(method.getParameters()).map(Calls::value).toArray();
        try {
            method.invoke(receiver(client, method), values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof FabricException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Of the overloads, the one that takes every parameter. */
    static Method methodOf(Promise promise) {
        return Stream.concat(Stream.of(FabricClient.class), tags().map(Method::getReturnType))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equals(promise.toString()))
                .max(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow(() -> new AssertionError("no method is named " + promise));
    }

    private static Stream<Method> tags() {
        return Arrays.stream(FabricClient.class.getMethods())
                .filter(method -> method.getReturnType().getPackageName().endsWith(".api"));
    }

    private static Object receiver(FabricClient client, Method method) throws ReflectiveOperationException {
        if (method.getDeclaringClass() == FabricClient.class) {
            return client;
        }
        Method tag = tags().filter(candidate -> candidate.getReturnType() == method.getDeclaringClass())
                .findFirst()
                .orElseThrow();
        return tag.invoke(client);
    }

    /** A value that tells, once it is on the wire, which parameter it was given for. */
    private static Object value(java.lang.reflect.Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == String.class) {
            return parameter.getName();
        } else if (type == Integer.class) {
            return parameter.getName().length();
        } else if (type == Boolean.class) {
            return true;
        } else if (type == List.class) {
            return List.of(parameter.getName(), "too");
        } else if (type == EndpointType.class) {
            return EndpointType.INFERENCE;
        } else if (type == ChatCompletionRequest.class) {
            return new ChatCompletionRequest();
        }
        return newInstance(type);
    }

    private static Object newInstance(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
