package io.plumbline.reference;

/**
 * How well one measured signal tells what people called harmful, or rejected, from the rest.
 *
 * @param signal    name of the signal
 * @param detector  versions of the detectors behind it
 * @param positives items that people called harmful (of pairs: pairs)
 * @param negatives the other items (of pairs: pairs)
 * @param auc       chance that a harmful item has the higher value than another, ties half: 0.5 says nothing
 * @param error     its standard error
 */
public record DetectorQuality(String signal, String detector, int positives, int negatives, double auc, double error) {

    private static final double Z = 1.959964;

    public double lower() {
        return Math.max(0, auc - Z * error);
    }

    public double upper() {
        return Math.min(1, auc + Z * error);
    }
}
