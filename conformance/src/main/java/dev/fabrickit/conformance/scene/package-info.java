/** What a scenario works with: the words of the features as types. */
@NullMarked
package dev.fabrickit.conformance.scene;

import org.jspecify.annotations.NullMarked;
