/** How settings that are more than one value are read from the configuration and from files. */
@NullMarked
package dev.fabrickit.server.settings;

import org.jspecify.annotations.NullMarked;
