package io.plumbline.monitoring;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.TimeStep;
import io.plumbline.signals.topic.TopicModel;
import io.plumbline.store.SeriesCell;
import io.plumbline.store.SeriesRequest;
import io.plumbline.store.Workspace;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Keeps the topics of stored records in step with the topic model. Imports give what they bring a topic of the model; what was stored before there
 * was one, or before a topic was added, gets it afterwards. A model is learnt once enough records name no topic. Topics are added to it when a
 * person asks, or when far more records fit none than when it was learnt last; an id given once never changes its meaning.
 */
public final class StoredTopics {

    private final Workspace workspace;
    private final SavedTopics saved;

    public StoredTopics(Workspace workspace) {
        this.workspace = workspace;
        this.saved = new SavedTopics(workspace.settings());
    }

    /** What is to be done. */
    public enum Due {
        NOTHING,
        /** Stored records have not been given the topics of the model yet. */
        ASSIGN,
        /** There is no model, or too many records fit none of its topics. */
        LEARN
    }

    /** The topics that imports give; empty while none was learnt. */
    public TopicModel model() {
        return saved.model().orElseGet(() -> TopicModel.empty(1));
    }

    public Due due() {
        if (workspace.log().count(LogFilter.everything()) == 0) {
            return Due.NOTHING;
        }
        Optional<TopicModel> model = saved.model();
        Policy policy = workspace.policy();
        if (model.isEmpty()) {
            return without(LogFilter.everything()).without >= policy.count("topic.learn.records") ? Due.LEARN : Due.NOTHING;
        }
        if (saved.assigned() != model.get().topics().size()) {
            return Due.ASSIGN;
        }
        Without window = without(window(policy));
        return window.without >= policy.count("topic.minimum.prompts") && window.share() >= saved.unknown() + policy.number("topic.unknown.rise")
            ? Due.LEARN : Due.NOTHING;
    }

    private LogFilter window(Policy policy) {
        LocalDate last = workspace.log().range(LogFilter.everything()).orElseThrow().last().atZone(ZoneOffset.UTC).toLocalDate();
        return LogFilter.everything().between(last.minusDays(policy.count("monitor.window.days") - 1L), last);
    }

    /** Does what is due; returns how many stored records got another topic. */
    public long bringUpToDate(Progress progress) {
        Due due = due();
        if (due == Due.LEARN) {
            learn(progress);
        }
        return due == Due.NOTHING ? 0 : assign(progress);
    }

    private void learn(Progress progress) {
        new TopicScan(workspace.log(), workspace.policy(), workspace.decisions(), workspace.settings()).learnUnnamed(progress);
    }

    /** Gives stored records whose log names no topic the topics of the model; returns how many got another one. */
    public long assign(Progress progress) {
        TopicModel model = model();
        TopicModel.Lookup lookup = model.lookup();
        long changed = workspace.log().revise(stored -> {
            boolean ours = stored.record().topic().isEmpty() && !stored.record().prompt().isEmpty();
            String topic = ours ? lookup.label(stored.record().prompt()) : stored.topic();
            return topic.equals(stored.topic()) ? stored : stored.withTopic(topic);
        }, progress);
        saved.assigned(model.topics().size(), without(window(workspace.policy())).share());
        return changed;
    }

    /** Records without a topic, of the log or of ours, among all that match. */
    private Without without(LogFilter filter) {
        long all = 0;
        long without = 0;
        for (SeriesCell cell : workspace.log().series(SeriesRequest.counts(TimeStep.ALL, LogDimension.TOPIC), filter)) {
            all += cell.n();
            without += cell.names().get(0).isEmpty() ? cell.n() : 0;
        }
        return new Without(all, without);
    }

    private record Without(long all, long without) {

        double share() {
            return all == 0 ? 0 : (double) without / all;
        }
    }
}
