@NullMarked
package dev.fabrickit.conformance.feature;

import org.jspecify.annotations.NullMarked;
