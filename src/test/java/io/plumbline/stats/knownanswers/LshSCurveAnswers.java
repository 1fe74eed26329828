package io.plumbline.stats.knownanswers;

import io.plumbline.stats.text.LshBands;

/** The file calls its values informative; the same rule gives the same bands, so they are compared nevertheless. */
final class LshSCurveAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        double[] threshold = known.vector("threshold");
        double[] length = known.vector("num_perm");
        int[][] bandsAndRows = new int[threshold.length][];
        for (int i = 0; i < threshold.length; i++) {
            LshBands bands = LshBands.optimal(threshold[i], (int) length[i]);
            bandsAndRows[i] = new int[] {bands.bands(), bands.rows()};
        }
        known.expect("bands_rows", bandsAndRows, new Tolerance(0, 0));
    }
}
