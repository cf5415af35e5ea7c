/** Holds every request to {@code openapi.yaml} before a controller sees it. */
@NullMarked
package dev.fabrickit.server.validation;

import org.jspecify.annotations.NullMarked;
