@NullMarked
package dev.fabrickit.conformance.requirement;

import org.jspecify.annotations.NullMarked;
