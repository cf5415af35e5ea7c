/** What a service must be like: the claims of the features, as code that says what is not so. */
@NullMarked
package dev.fabrickit.conformance.judgement;

import org.jspecify.annotations.NullMarked;
