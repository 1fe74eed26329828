package io.plumbline.monitoring;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.signals.anomaly.AnomalyModel;
import io.plumbline.signals.anomaly.AnomalyTraining;
import io.plumbline.stats.proportion.FutureCount;
import io.plumbline.store.Decisions;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds unusual records (R18, R22): learns what is ordinary from the baseline days, proves on baseline days held back that the nominal share
 * is flagged, and scores all others.
 */
public final class AnomalyScan {

    private static final int MOST_SHOWN = 2_000;
    private static final double HELD_BACK = 0.25;
    private static final int FEWEST_DAYS = 4;
    private static final long REPORT_EVERY = 2_000;

    private final ProductionLog log;
    private final Policy policy;
    private final Decisions decisions;

    public AnomalyScan(ProductionLog log, Policy policy, Decisions decisions) {
        this.log = log;
        this.policy = policy;
        this.decisions = decisions;
    }

    /** @throws InputException where the baseline is too short or too small for the level */
    public AnomalyReport scan(Progress progress) {
        List<LocalDate> days = new BaselineDays(log, policy, decisions).days();
        if (days.size() < FEWEST_DAYS) {
            throw new InputException("An anomaly score needs at least " + FEWEST_DAYS + " baseline days with records; there are " + days.size()
                + ". Import a longer log, or accept a longer baseline in Drift.");
        }
        int heldBack = Math.max(1, (int) Math.round(HELD_BACK * days.size()));
        LocalDate from = days.get(0);
        LocalDate to = days.get(days.size() - 1);
        LocalDate lastLearnt = days.get(days.size() - 1 - heldBack);
        double level = policy.number("anomaly.level");
        AnomalyTraining training = new AnomalyTraining(from, to, level);
        LogFilter learnt = LogFilter.everything().between(from, lastLearnt);
        read(learnt, "Learning what is ordinary", progress, measured -> training.train(measured, day(measured)));
        if (training.isEnough()) {
            read(learnt, "Calibrating", progress, measured -> training.calibrate(measured, day(measured)));
        }
        if (!training.isEnough()) {
            throw new InputException("The baseline days " + Figures.days(from, lastLearnt) + " hold too few records to flag " + Figures.percent(level)
                + " of ordinary ones: about " + Figures.count(Math.round(1 / level)) + " are needed. Accept a longer baseline in Drift.");
        }
        Scoring scoring = new Scoring(training.model(), to);
        read(LogFilter.everything(), "Scoring records", progress, scoring::accept);
        return scoring.report(days.get(days.size() - heldBack), to, policy.number("monitor.confidence"));
    }

    private static LocalDate day(MeasuredRecord measured) {
        return measured.record().time().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void read(LogFilter filter, String what, Progress progress, Consumer<MeasuredRecord> each) {
        long total = log.count(filter);
        long[] done = new long[1];
        log.scan(filter, measured -> {
            if (done[0]++ % REPORT_EVERY == 0) {
                progress.check();
                progress.update(done[0], total, "records", what);
            }
            each.accept(measured);
        });
    }

    /** Scores every record and keeps what is shown. */
    private static final class Scoring {

        private final AnomalyModel model;
        private final LocalDate lastOfBaseline;
        private final Map<LocalDate, long[]> days = new TreeMap<>();
        private final Map<String, Long> signals = new HashMap<>();
        private final PriorityQueue<AnomalyReport.Anomaly> top = new PriorityQueue<>(Comparator.comparingDouble(AnomalyReport.Anomaly::score));

        Scoring(AnomalyModel model, LocalDate lastOfBaseline) {
            this.model = model;
            this.lastOfBaseline = lastOfBaseline;
        }

        void accept(MeasuredRecord measured) {
            LocalDate day = day(measured);
            long[] counts = days.computeIfAbsent(day, d -> new long[2]);
            counts[0]++;
            AnomalyModel.Score score = model.score(measured);
            if (!model.isFlagged(score)) {
                return;
            }
            counts[1]++;
            if (day.isAfter(lastOfBaseline) && !score.causes().isEmpty()) {
                signals.merge(score.causes().get(0).signal(), 1L, Long::sum);
            }
            top.add(new AnomalyReport.Anomaly(ProductionLog.keyOf(measured), measured.record().id(), measured.record().time(),
                measured.record().category(), score.score(), score.pValue(), score.causes()));
            if (top.size() > MOST_SHOWN) {
                top.poll();
            }
        }

        AnomalyReport report(LocalDate heldFrom, LocalDate heldTo, double confidence) {
            List<AnomalyReport.Day> daily = new ArrayList<>();
            long records = 0;
            long flagged = 0;
            for (Map.Entry<LocalDate, long[]> entry : days.entrySet()) {
                daily.add(new AnomalyReport.Day(entry.getKey(), entry.getValue()[0], entry.getValue()[1]));
                if (!entry.getKey().isBefore(heldFrom) && !entry.getKey().isAfter(heldTo)) {
                    records += entry.getValue()[0];
                    flagged += entry.getValue()[1];
                }
            }
            List<AnomalyReport.Anomaly> shown = new ArrayList<>(top);
            shown.sort(Comparator.comparingDouble(AnomalyReport.Anomaly::score).reversed().thenComparing(AnomalyReport.Anomaly::key));
            return new AnomalyReport(model.from(), model.to(), model.level(), model.calibrated(),
                new AnomalyModel.Check(heldFrom, heldTo, records, flagged), model.dispersion(),
                records == 0 ? new FutureCount.Range(0, 0) : model.expected(records, confidence), daily, shown,
                signals.entrySet().stream().map(e -> new AnomalyReport.SignalShare(e.getKey(), e.getValue()))
                    .sorted(Comparator.comparingLong(AnomalyReport.SignalShare::records).reversed()
                        .thenComparing(AnomalyReport.SignalShare::signal)).toList());
        }
    }
}
