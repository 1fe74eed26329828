package io.plumbline.stats.agreement;

/** How much two categories of one scale disagree, for Cohen's weighted kappa. Source: Cohen 1968, Psychol. Bull. 70:213. */
public enum DisagreementWeight {
    /** Different is different. */
    NOMINAL,
    /** By the number of steps between the categories. */
    LINEAR,
    /** By the square of the number of steps. */
    QUADRATIC;

    /** Agreement in [0, 1] of the categories at two places of a scale of {@code size}: 1 for the same. */
    double agreement(int i, int j, int size) {
        if (i == j) {
            return 1;
        }
        double steps = size == 1 ? 0 : Math.abs(i - j) / (size - 1.0);
        return switch (this) {
            case NOMINAL -> 0;
            case LINEAR -> 1 - steps;
            case QUADRATIC -> 1 - steps * steps;
        };
    }
}
