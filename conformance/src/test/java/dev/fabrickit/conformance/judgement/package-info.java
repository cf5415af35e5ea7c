@NullMarked
package dev.fabrickit.conformance.judgement;

import org.jspecify.annotations.NullMarked;
