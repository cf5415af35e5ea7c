/**
 * A client of the DataArts Fabric inference API that reads streamed answers as they come.
 *
 * <p>Start at {@link dev.fabrickit.client.FabricClient}. Whatever fails is a
 * {@link dev.fabrickit.client.FabricException}.
 */
@NullMarked
package dev.fabrickit.client;

import org.jspecify.annotations.NullMarked;
