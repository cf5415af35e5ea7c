@NullMarked
package dev.fabrickit.conformance.report;

import org.jspecify.annotations.NullMarked;
