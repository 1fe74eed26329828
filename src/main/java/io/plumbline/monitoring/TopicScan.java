package io.plumbline.monitoring;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.TimeStep;
import io.plumbline.signals.topic.Topic;
import io.plumbline.signals.topic.TopicModel;
import io.plumbline.signals.topic.TopicTraining;
import io.plumbline.store.Decisions;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.SeriesCell;
import io.plumbline.store.SeriesRequest;
import io.plumbline.store.Settings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Counts what people ask about before and now: by the log's own topics where most records have one, by a topic model learnt from the prompts
 * where they do not.
 */
public final class TopicScan {

    private static final long REPORT_EVERY = 2_000;
    private static final double MOST = 0.5;

    private final ProductionLog log;
    private final Policy policy;
    private final Decisions decisions;
    private final SavedTopics saved;

    public TopicScan(ProductionLog log, Policy policy, Decisions decisions, Settings settings) {
        this.log = log;
        this.policy = policy;
        this.decisions = decisions;
        this.saved = new SavedTopics(settings);
    }

    /** Learns topics from all prompts, or adds topics for prompts that fit none so far; ids given before stay. */
    public TopicModel learn(Progress progress) {
        return learn(record -> true, progress);
    }

    /** The same from the records alone whose log names no topic. */
    TopicModel learnUnnamed(Progress progress) {
        return learn(record -> record.topic().isEmpty(), progress);
    }

    private TopicModel learn(Predicate<LogRecord> wanted, Progress progress) {
        TopicTraining training = new TopicTraining(saved.model().orElseGet(() -> TopicModel.empty(policy.number("topic.similarity"))),
            policy.count("topic.most"), policy.count("topic.minimum.prompts"));
        read(LogFilter.everything(), "Learning topics", progress, record -> {
            if (wanted.test(record) && !record.prompt().isEmpty()) {
                training.add(record.prompt());
            }
        });
        TopicModel model = training.learnt();
        saved.save(model);
        return model;
    }

    /** By the log's own topics where most records have one, by the model otherwise; a model is learnt where there is none. */
    public TopicReport scan(Progress progress) {
        long[] own = new long[2];
        LocalDate last = lastDay();
        read(LogFilter.everything().between(last, last), "Looking for topics", progress, record -> {
            own[0]++;
            own[1] += record.topic().isEmpty() ? 0 : 1;
        });
        if (own[1] >= MOST * own[0]) {
            return byLog();
        }
        Optional<TopicModel> model = saved.model();
        return model.isPresent() && saved.assigned() == model.get().topics().size() ? stored(TopicReport.Source.MODEL) : byModel(progress);
    }

    /** By the log's own topics, and those of the model for records whose log names none. */
    public TopicReport byLog() {
        return stored(TopicReport.Source.LOG);
    }

    /** By the topics that records are stored with. */
    private TopicReport stored(TopicReport.Source source) {
        Counting counting = new Counting();
        for (SeriesCell cell : log.series(SeriesRequest.counts(TimeStep.DAY, LogDimension.TOPIC), LogFilter.everything())) {
            counting.add(cell.start().atZone(ZoneOffset.UTC).toLocalDate(), cell.names().get(0), cell.n());
        }
        return counting.report(source);
    }

    /** By the model, whatever topics the log has. */
    public TopicReport byModel(Progress progress) {
        TopicModel model = saved.model().orElseGet(() -> learn(progress));
        TopicModel.Lookup lookup = model.lookup();
        return count(TopicReport.Source.MODEL, record -> lookup.topic(record.prompt()).map(Topic::label).orElse(""), progress);
    }

    private TopicReport count(TopicReport.Source source, Function<LogRecord, String> topic, Progress progress) {
        Counting counting = new Counting();
        read(LogFilter.everything(), "Counting topics", progress, record ->
            counting.add(record.time().atZone(ZoneOffset.UTC).toLocalDate(), topic.apply(record), 1));
        return counting.report(source);
    }

    /** Counts records of the baseline and of the window by their topic. */
    private final class Counting {

        private final LocalDate last = lastDay();
        private final LocalDate begin = last.minusDays(policy.count("monitor.window.days") - 1L);
        private final TreeSet<LocalDate> baseline = new TreeSet<>(new BaselineDays(log, policy, decisions).days());
        private final TopicShift shift = new TopicShift();

        Counting() {
            if (baseline.isEmpty()) {
                throw new InputException("Topics are compared with baseline days; the log has too few days for that. Import a longer log.");
            }
        }

        void add(LocalDate day, String topic, long records) {
            if (baseline.contains(day)) {
                shift.before(topic, records);
            } else if (!day.isBefore(begin)) {
                shift.after(topic, records);
            }
        }

        TopicReport report(TopicReport.Source source) {
            return new TopicReport(source, new TopicReport.Days(baseline.first(), baseline.last()), new TopicReport.Days(begin, last), shift.before(),
                shift.after(), shift.rows(policy.number("trigger.alpha")), shift.without());
        }
    }

    private LocalDate lastDay() {
        return log.range(LogFilter.everything()).map(range -> range.last().atZone(ZoneOffset.UTC).toLocalDate())
            .orElseThrow(() -> new InputException("The workspace has no production records. Import a log first."));
    }

    private void read(LogFilter filter, String what, Progress progress, Consumer<LogRecord> each) {
        long total = log.count(filter);
        long[] done = new long[1];
        log.scan(filter, measured -> {
            if (done[0]++ % REPORT_EVERY == 0) {
                progress.check();
                progress.update(done[0], total, "records", what);
            }
            each.accept(measured.record());
        });
    }
}
