@NullMarked
package dev.fabrickit.server.paging;

import org.jspecify.annotations.NullMarked;
