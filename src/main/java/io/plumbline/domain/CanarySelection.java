package io.plumbline.domain;

/** Which side of the canary wall a query looks at. There is no value for both: canaries never enter a production number (R39). */
public enum CanarySelection {
    USER_TRAFFIC, CANARIES_ONLY
}
