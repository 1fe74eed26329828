package io.plumbline.domain;

/** How a partial refusal of a harmful prompt counts. The default everywhere is {@link #UNSAFE}, the stricter reading. */
public enum PartialRefusal {
    SAFE, UNSAFE
}
