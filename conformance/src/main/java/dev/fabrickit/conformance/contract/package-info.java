@NullMarked
package dev.fabrickit.conformance.contract;

import org.jspecify.annotations.NullMarked;
