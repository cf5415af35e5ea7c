@NullMarked
package dev.fabrickit.conformance.stub;

import org.jspecify.annotations.NullMarked;
