/** The limits of the contract, tried on both sides. */
@NullMarked
package dev.fabrickit.conformance.boundary;

import org.jspecify.annotations.NullMarked;
