package io.plumbline.signals;

import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.topic.TopicModel;
import io.plumbline.signals.toxicity.ToxicityModel;
import io.plumbline.signals.toxicity.ToxicityWords;
import io.plumbline.signals.trigger.WatchEntry;
import java.util.List;
import java.util.Set;

/**
 * What is measured: which detectors a person switched off, which content policies are in force, and which model scores toxicity.
 *
 * @param off      detectors that do not run
 * @param policies content policies, each in the version in force
 * @param toxicity the model for logs that have no score
 * @param watched  the watch list
 * @param topics   topics for logs that name none; an empty model while none was learnt
 */
public record SignalPlan(Set<Detector> off, List<ContentPolicy> policies, ToxicityModel toxicity, List<WatchEntry> watched, TopicModel topics) {

    public SignalPlan {
        off = Set.copyOf(off);
        policies = List.copyOf(policies);
        watched = List.copyOf(watched);
    }

    /** Nothing is watched for and no topic was learnt. */
    public SignalPlan(Set<Detector> off, List<ContentPolicy> policies, ToxicityModel toxicity) {
        this(off, policies, toxicity, List.of(), TopicModel.empty(1));
    }

    /** Every detector, no policy, the built-in model. */
    public static SignalPlan standard() {
        return new SignalPlan(Set.of(), List.of(), ToxicityWords.builtIn());
    }

    /** The same with these texts watched for. */
    public SignalPlan watching(List<WatchEntry> entries) {
        return new SignalPlan(off, policies, toxicity, entries, topics);
    }

    /** The same with these topics. */
    public SignalPlan withTopics(TopicModel learnt) {
        return new SignalPlan(off, policies, toxicity, watched, learnt);
    }

    public boolean runs(Detector detector) {
        return detector.isNeeded() || !off.contains(detector);
    }
}
