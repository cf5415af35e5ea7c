@NullMarked
package dev.fabrickit.conformance.run;

import org.jspecify.annotations.NullMarked;
