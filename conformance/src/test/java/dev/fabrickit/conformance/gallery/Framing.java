package dev.fabrickit.conformance.gallery;

/** How a server puts its answers into bytes. */
enum Framing {
    /** As the stub does. */
    PLAIN,
    /** In chunks of one byte, under header names in lower case, on a connection of its own. */
    ONE_BYTE_CHUNKS,
    /** Without a length: the end of the connection is the end of the answer. */
    UNTIL_THE_END
}
