package io.plumbline.signals;

import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.toxicity.ToxicityModel;
import io.plumbline.signals.toxicity.ToxicityWords;
import java.util.List;
import java.util.Set;

/**
 * What is measured: which detectors a person switched off, which content policies are in force, and which model scores toxicity.
 *
 * @param off      detectors that do not run
 * @param policies content policies, each in the version in force
 * @param toxicity the model for logs that have no score
 */
public record SignalPlan(Set<Detector> off, List<ContentPolicy> policies, ToxicityModel toxicity) {

    public SignalPlan {
        off = Set.copyOf(off);
        policies = List.copyOf(policies);
    }

    /** Every detector, no policy, the built-in model. */
    public static SignalPlan standard() {
        return new SignalPlan(Set.of(), List.of(), ToxicityWords.builtIn());
    }

    public boolean runs(Detector detector) {
        return detector.isNeeded() || !off.contains(detector);
    }
}
