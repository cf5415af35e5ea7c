@NullMarked
package dev.fabrickit.conformance.steps;

import org.jspecify.annotations.NullMarked;
