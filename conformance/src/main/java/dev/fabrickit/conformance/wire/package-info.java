@NullMarked
package dev.fabrickit.conformance.wire;

import org.jspecify.annotations.NullMarked;
