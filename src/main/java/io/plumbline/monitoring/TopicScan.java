package io.plumbline.monitoring;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.signals.topic.Topic;
import io.plumbline.signals.topic.TopicModel;
import io.plumbline.signals.topic.TopicTraining;
import io.plumbline.stats.multiplicity.BenjaminiHochberg;
import io.plumbline.stats.proportion.FisherExactTest;
import io.plumbline.store.Decisions;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Settings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

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
        TopicTraining training = new TopicTraining(saved.model().orElseGet(() -> TopicModel.empty(policy.number("topic.similarity"))),
            policy.count("topic.most"), policy.count("topic.minimum.prompts"));
        read(LogFilter.everything(), "Learning topics", progress, record -> training.add(record.prompt()));
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
        return own[1] >= MOST * own[0] ? byLog(progress) : byModel(progress);
    }

    /** By the log's own topics. */
    public TopicReport byLog(Progress progress) {
        return count(TopicReport.Source.LOG, LogRecord::topic, progress);
    }

    /** By the model, whatever topics the log has. */
    public TopicReport byModel(Progress progress) {
        TopicModel model = saved.model().orElseGet(() -> learn(progress));
        TopicModel.Lookup lookup = model.lookup();
        return count(TopicReport.Source.MODEL, record -> lookup.topic(record.prompt()).map(Topic::label).orElse(""), progress);
    }

    private TopicReport count(TopicReport.Source source, Function<LogRecord, String> topic, Progress progress) {
        LocalDate last = lastDay();
        Set<LocalDate> baseline = new HashSet<>(new BaselineDays(log, policy, decisions).days());
        if (baseline.isEmpty()) {
            throw new InputException("Topics are compared with baseline days; the log has too few days for that. Import a longer log.");
        }
        LocalDate begin = last.minusDays(policy.count("monitor.window.days") - 1L);
        Map<String, long[]> counts = new TreeMap<>();
        long[] totals = new long[2];
        long total = log.count(LogFilter.everything());
        long[] done = new long[1];
        log.scan(LogFilter.everything(), measured -> {
            if (done[0]++ % REPORT_EVERY == 0) {
                progress.check();
                progress.update(done[0], total, "records", "Counting topics");
            }
            LocalDate day = measured.record().time().atZone(ZoneOffset.UTC).toLocalDate();
            int when = baseline.contains(day) ? 0 : day.isBefore(begin) ? -1 : 1;
            if (when >= 0) {
                totals[when]++;
                counts.computeIfAbsent(topic.apply(measured.record()), name -> new long[2])[when]++;
            }
        });
        long[] without = counts.getOrDefault("", new long[2]);
        counts.remove("");
        TreeSet<LocalDate> sorted = new TreeSet<>(baseline);
        return new TopicReport(source, new TopicReport.Days(sorted.first(), sorted.last()), new TopicReport.Days(begin, last), totals[0], totals[1],
            rows(counts, totals), without[1]);
    }

    private List<TopicReport.Row> rows(Map<String, long[]> counts, long[] totals) {
        List<String> names = new ArrayList<>(counts.keySet());
        double[] p = new double[names.size()];
        for (int i = 0; i < p.length; i++) {
            long[] c = counts.get(names.get(i));
            p[i] = totals[0] == 0 || totals[1] == 0 ? 1 : FisherExactTest.twoSided(c[0], totals[0] - c[0], c[1], totals[1] - c[1]);
        }
        double[] adjusted = BenjaminiHochberg.adjust(p);
        double alpha = policy.number("trigger.alpha");
        List<TopicReport.Row> rows = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            long[] c = counts.get(names.get(i));
            double before = totals[0] == 0 ? 0 : (double) c[0] / totals[0];
            double after = totals[1] == 0 ? 0 : (double) c[1] / totals[1];
            rows.add(new TopicReport.Row(names.get(i), c[0], c[1], before, after, adjusted[i], change(c, before, after, adjusted[i] < alpha)));
        }
        rows.sort(Comparator.comparingDouble(TopicReport.Row::shareAfter).reversed().thenComparing(TopicReport.Row::name));
        return rows;
    }

    private static TopicReport.Change change(long[] counts, double before, double after, boolean beyondChance) {
        if (!beyondChance) {
            return TopicReport.Change.NONE;
        }
        if (counts[0] == 0) {
            return TopicReport.Change.NEW;
        }
        return counts[1] == 0 ? TopicReport.Change.VANISHED : after > before ? TopicReport.Change.MORE : TopicReport.Change.LESS;
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
