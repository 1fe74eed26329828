package io.plumbline.signals;

import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.sensitive.NameModel;
import io.plumbline.signals.sensitive.SensitiveKind;
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
 * @param names    the model that finds names of persons; {@link NameModel#NONE} where nobody chose one
 * @param unflagged kinds of sensitive content that raise no flag; they are covered up all the same
 */
public record SignalPlan(Set<Detector> off, List<ContentPolicy> policies, ToxicityModel toxicity, List<WatchEntry> watched, TopicModel topics,
                         NameModel names, Set<SensitiveKind> unflagged) {

    public SignalPlan {
        off = Set.copyOf(off);
        policies = List.copyOf(policies);
        watched = List.copyOf(watched);
        unflagged = Set.copyOf(unflagged);
    }

    /** Nothing is watched for and no topic was learnt. */
    public SignalPlan(Set<Detector> off, List<ContentPolicy> policies, ToxicityModel toxicity) {
        this(off, policies, toxicity, List.of(), TopicModel.empty(1), NameModel.NONE, Set.of());
    }

    /** Every detector, no policy, the built-in model. */
    public static SignalPlan standard() {
        return new SignalPlan(Set.of(), List.of(), ToxicityWords.builtIn());
    }

    /** The same with these texts watched for. */
    public SignalPlan watching(List<WatchEntry> entries) {
        return new SignalPlan(off, policies, toxicity, entries, topics, names, unflagged);
    }

    /** The same with these topics. */
    public SignalPlan withTopics(TopicModel learnt) {
        return new SignalPlan(off, policies, toxicity, watched, learnt, names, unflagged);
    }

    /** The same with this model for names of persons. */
    public SignalPlan withNames(NameModel chosen) {
        return new SignalPlan(off, policies, toxicity, watched, topics, chosen, unflagged);
    }

    /** The same without flags for these kinds of sensitive content. */
    public SignalPlan without(Set<SensitiveKind> kinds) {
        return new SignalPlan(off, policies, toxicity, watched, topics, names, kinds);
    }

    public boolean runs(Detector detector) {
        return detector.isNeeded() || !off.contains(detector);
    }
}
