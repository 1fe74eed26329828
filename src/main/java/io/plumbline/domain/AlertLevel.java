package io.plumbline.domain;

/** How far a production metric is past its limits; not to be mixed with {@link Severity} (C9). */
public enum AlertLevel {
    NONE, WARNING, CRITICAL
}
