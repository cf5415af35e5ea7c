@NullMarked
package dev.fabrickit.conformance;

import org.jspecify.annotations.NullMarked;
