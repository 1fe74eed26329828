package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import java.util.Arrays;

/**
 * Edges that turn numbers into categories, so that the divergences apply; made from the reference sample and used unchanged for every
 * later one. The first and the last bin are open: a later value outside the reference range is counted, not lost.
 * Sources: Sturges 1926, JASA 21:65; Scott 1979, Biometrika 66:605; Freedman &amp; Diaconis 1981, Z. Wahrsch. Verw. Geb. 57:453.
 */
public final class Binning {

    private final double[] innerEdges;

    private Binning(double[] innerEdges) {
        this.innerEdges = innerEdges;
    }

    /** Bins of one width; their number is {@code 1 + log2 n}, rounded up. */
    public static Binning sturges(double[] reference) {
        Argument.finite("reference", reference);
        return equalWidth(reference, 1 + (int) Math.ceil(Math.log(reference.length) / Math.log(2)));
    }

    /** Bins of width {@code 3.49 s n^(-1/3)}. A constant reference gives a single bin. */
    public static Binning scott(double[] reference) {
        Argument.finite("reference", reference);
        double mean = Arrays.stream(reference).average().orElseThrow();
        double squares = Arrays.stream(reference).map(value -> (value - mean) * (value - mean)).sum();
        double s = reference.length == 1 ? 0 : Math.sqrt(squares / (reference.length - 1));
        return ofWidth(reference, Math.cbrt(24 * Math.sqrt(Math.PI) / reference.length) * s);
    }

    /** Bins of width {@code 2 IQR n^(-1/3)}; where the interquartile range is 0, Sturges' number. */
    public static Binning freedmanDiaconis(double[] reference) {
        Argument.finite("reference", reference);
        double range = Quantiles.of(reference, 0.75) - Quantiles.of(reference, 0.25);
        return range == 0 ? sturges(reference) : ofWidth(reference, 2 * range / Math.cbrt(reference.length));
    }

    /** Bins of one width between the smallest and the largest value. */
    public static Binning equalWidth(double[] reference, int bins) {
        Argument.finite("reference", reference);
        Argument.atLeast("bins", 1, bins);
        double low = Arrays.stream(reference).min().orElseThrow();
        double high = Arrays.stream(reference).max().orElseThrow();
        if (low == high) {
            return new Binning(new double[0]);
        }
        double[] edges = new double[bins - 1];
        Arrays.setAll(edges, i -> low + (high - low) * (i + 1) / bins);
        return new Binning(edges);
    }

    /** Bins that hold about as many reference values each (deciles for ten); equal edges are joined. */
    public static Binning quantiles(double[] reference, int bins) {
        Argument.finite("reference", reference);
        Argument.atLeast("bins", 1, bins);
        double[] sorted = reference.clone();
        Arrays.sort(sorted);
        double[] edges = new double[bins - 1];
        Arrays.setAll(edges, i -> Quantiles.ofSorted(sorted, (i + 1.0) / bins, 7));
        return new Binning(Arrays.stream(edges).filter(edge -> edge > sorted[0]).distinct().toArray());
    }

    private static Binning ofWidth(double[] reference, double width) {
        double low = Arrays.stream(reference).min().orElseThrow();
        double high = Arrays.stream(reference).max().orElseThrow();
        if (width == 0 || low == high) {
            return new Binning(new double[0]);
        }
        return equalWidth(reference, (int) Math.min(10_000, Math.max(1, Math.ceil((high - low) / width))));
    }

    /** Number of bins. */
    public int size() {
        return innerEdges.length + 1;
    }

    /** The edges between bins, ascending; a value equal to an edge belongs to the bin above it. */
    public double[] edges() {
        return innerEdges.clone();
    }

    /** How many of {@code values} fall in each bin; NaN is refused. */
    public long[] counts(double[] values) {
        long[] counts = new long[size()];
        for (double value : values) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("a missing value (NaN) has no bin");
            }
            int at = Arrays.binarySearch(innerEdges, value);
            counts[at >= 0 ? at + 1 : -at - 1]++;
        }
        return counts;
    }
}
