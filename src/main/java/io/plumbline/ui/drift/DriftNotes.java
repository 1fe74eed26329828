package io.plumbline.ui.drift;

/** Method notes behind each Why? of the Drift screen. */
final class DriftNotes {

    static final String KITAGAWA = """
        The change of the overall rate is split into a part that the categories' own rates explain and a part that the mix of prompts explains \
        (Kitagawa 1955): rate = Σ (r₂−r₁)(s₁+s₂)/2, mix = Σ (s₂−s₁)(r₁+r₂)/2, with rate r and share s of each category before and after.
        A change that only the mix explains is input drift and never safety drift: Cochran's stratified test over the categories decides, \
        at the policy's alpha.""";

    static final String CHARTS = """
        Canary records are in none of these numbers. Rates weight each record by its inverse inclusion probability; intervals are Wilson's, on \
        the effective number of records.
        Control limits: p-chart around the baseline at the day's own n (Montgomery 2013, 7.2); with fewer than 20 baseline days the width is \
        t-based. Laney's p′ widens them by what the baseline days vary beyond chance.
        Change points: PELT with a binomial cost (Killick et al. 2012), sought among the days of one detector version. A point holds when the \
        likelihood-ratio statistic, maximised over the day (James et al. 1987), stays significant after Holm's adjustment over all series. \
        Its date interval is a parametric bootstrap.
        Input drift: Jensen–Shannon distance of the day's category mix to the baseline's, base 2, against the 95th percentile of a permutation \
        null at these n.
        Levels: the alert table of the policy, read with its interval. Limits and sources: Settings, Policy.""";

    static final String QUANTILES = """
        Quantiles are of the population (design-weighted). The ratio is brushed over baseline. The limit on p95 and its least absolute rise \
        come from the policy (R21). The distance is Jensen–Shannon, base 2, over 28 equal bins; chance is the 95th percentile when the labels \
        "brushed" and "baseline" are dealt out anew 300 times.""";

    private DriftNotes() {
    }
}
