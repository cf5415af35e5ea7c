@NullMarked
package dev.fabrickit.conformance.cli;

import org.jspecify.annotations.NullMarked;
