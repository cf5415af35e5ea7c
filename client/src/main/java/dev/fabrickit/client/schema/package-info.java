/**
 * What goes over the wire, generated from the schemas of {@code openapi.yaml}.
 *
 * <p>Answers may lack what the contract demands when a service does not keep to it: then a getter that should not give
 * null does. Fields and enum values that the contract does not know are skipped.
 */
@NullMarked
package dev.fabrickit.client.schema;

import org.jspecify.annotations.NullMarked;
