package dev.fabrickit.conformance.wire;

/** Is told of each call before it is sent, and of its answer as soon as it is there. Both may be called by several threads. */
public interface Notary {
    Notary NONE = new Notary() {};

    /** What is noted here outlives the process, should it end before the answer comes. */
    default void before(Call call) {}

    default void after(Call call, Answer answer) {}
}
