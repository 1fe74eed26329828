package io.plumbline.stats.knownanswers;

import io.plumbline.stats.distribution.MaximumMeanDiscrepancy;

final class MmdAnswers implements KnownAnswers {

    private static final double KERNLAB_ALPHA = 0.05;

    @Override
    public void check(KnownCase known) {
        known.requireInput("kernel", "exp(-sigma*||a-b||^2)");
        MaximumMeanDiscrepancy mmd = MaximumMeanDiscrepancy.of(known.matrix("x"), known.matrix("y"), known.number("sigma"));
        double bound = mmd.rademacherBound(known.number("alpha", KERNLAB_ALPHA));
        known.expect("sqrt_biased_mmd2", mmd.biasedRoot());
        known.expect("unbiased_mmd2_paired_form", mmd.unbiasedPaired());
        known.expect("unbiased_mmd2", mmd.unbiased());
        known.expect("rademacher_bound", bound);
        known.expect("h0_rejected_rademacher", mmd.biasedRoot() > bound);
    }
}
