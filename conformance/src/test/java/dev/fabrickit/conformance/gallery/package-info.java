/** The suite itself on trial: servers that are wrong in one known way, and servers that differ where they may. */
@NullMarked
package dev.fabrickit.conformance.gallery;

import org.jspecify.annotations.NullMarked;
