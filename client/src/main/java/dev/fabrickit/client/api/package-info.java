/**
 * The contract's operations as typed calls, one class per tag, generated from {@code openapi.yaml}.
 *
 * <p>Get them from {@code FabricClient}. The streamed call is not among them: generators turn a stream into one object.
 */
@NullMarked
package dev.fabrickit.client.api;

import org.jspecify.annotations.NullMarked;
