package dev.fabrickit.server.lifecycle;

/** What an asynchronous resource was last told to do. */
public enum Phase {
    CREATING,
    UPDATING,
    DELETING
}
