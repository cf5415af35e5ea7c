package dev.fabrickit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fabrickit.server.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/** Many customers at once, a few of them in each workspace. */
final class Rush {
    private static final int TO_A_WORKSPACE = 8;

    private final Map<Sandbox, List<Customer>> workspaces = new HashMap<>();

    /** @param stubs the processes that serve them, each of which must know what is created by the others */
    Rush(List<Sender> stubs, int customers, long seed) {
        for (int next = 0; next < customers; next += TO_A_WORKSPACE) {
            Sandbox workspace = Sandbox.in(stubs.get(0));
            List<Sandbox> doors = stubs.stream()
                    .map(stub -> new Sandbox(stub, workspace.id()))
                    .toList();
            List<Customer> here = new ArrayList<>();
            for (int i = next; i < Math.min(next + TO_A_WORKSPACE, customers); i++) {
                here.add(new Customer(doors, seed + i));
            }
            workspaces.put(workspace, here);
        }
    }

    /** Lets all of them act at the same time until each has what it keeps. */
    void fill() throws Exception {
        go(customer -> customer.acts() < 80);
    }

    /** Lets all of them act at the same time. */
    void go(Duration time) throws Exception {
        long until = System.nanoTime() + time.toNanos();
        go(customer -> System.nanoTime() < until);
    }

    private void go(Predicate<Customer> goesOn) throws Exception {
        List<Callable<Void>> all = workspaces.values().stream()
                .flatMap(List::stream)
                .map(customer -> acting(customer, goesOn))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(all.size());
        try {
            for (Future<Void> over : pool.invokeAll(all)) {
                over.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Callable<Void> acting(Customer customer, Predicate<Customer> goesOn) {
        return () -> {
            while (goesOn.test(customer)) {
                customer.act();
            }
            return null;
        };
    }

    /** How many times a customer has acted, most of them by several requests. */
    long acts() {
        return workspaces.values().stream()
                .flatMap(List::stream)
                .mapToLong(Customer::acts)
                .sum();
    }

    /** Everything that was created and not deleted is there once, as it was last left, and nothing else. */
    void mustHaveLostNothing() {
        List<String> ids = workspaces.keySet().stream().map(Sandbox::id).toList();
        Sandbox any = workspaces.keySet().iterator().next();
        assertThat(Customer.ids(any, "/v1/workspaces")).containsExactlyInAnyOrderElementsOf(ids);
        workspaces.forEach((box, customers) -> {
            await().untilAsserted(() -> {
                mustHold(box, box.endpoints(), "name", all(customers, Customer::endpoints));
                mustHold(box, box.models(), "name", all(customers, Customer::models));
                mustHold(box, box.services(), "id", all(customers, customer -> identity(customer.services())));
            });
            assertThat(all(customers, Customer::endpoints).values()).doesNotHaveDuplicates();
            mustFit(box, all(customers, Customer::services));
        });
    }

    private static void mustHold(Sandbox box, String list, String field, Map<String, String> expected) {
        List<JsonNode> items = box.contents(list + "?limit=100");
        Map<String, String> found = new HashMap<>();
        items.forEach(
                item -> found.put(item.get("id").textValue(), item.get(field).textValue()));
        assertThat(items).hasSameSizeAs(found.entrySet());
        assertThat(found).isEqualTo(expected);
    }

    /** The services of an endpoint hold what their customers know, and together with what is free just what it offers. */
    private static void mustFit(Sandbox box, Map<String, Integer> services) {
        Map<String, Integer> held = new HashMap<>();
        services.forEach((id, units) -> {
            Answer service = box.sender().get(box.service(id)).mustBe(200);
            assertThat(Customer.units(service)).isEqualTo(units);
            held.merge(service.text("endpoint_id"), units, Integer::sum);
        });
        String model = box.createModel().id();
        for (String endpoint : Customer.ids(box, box.endpoints())) {
            int most = box.sender()
                    .get(box.endpoint(endpoint))
                    .json()
                    .at("/reserved_resource/mu/max")
                    .intValue();
            int free = most - held.getOrDefault(endpoint, 0);
            assertThat(free).isNotNegative();
            Answer rest = box.deploy(model, endpoint);
            if (free == 0) {
                rest.mustBe(ErrorCode.ENDPOINT_FULL);
            } else {
                assertThat(Customer.units(box.sender().get(box.service(rest.id()))))
                        .isEqualTo(free);
            }
        }
    }

    private static <T> Map<String, T> all(List<Customer> customers, Function<Customer, Map<String, T>> part) {
        Map<String, T> all = new HashMap<>();
        customers.forEach(customer -> all.putAll(part.apply(customer)));
        return all;
    }

    private static Map<String, String> identity(Map<String, Integer> things) {
        Map<String, String> ids = new HashMap<>();
        things.keySet().forEach(id -> ids.put(id, id));
        return ids;
    }
}
