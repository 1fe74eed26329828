package io.plumbline.reference;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.MeasuringSession;
import io.plumbline.signals.RecordMeasurer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the program's detectors over label material and sets their numbers beside the labels. Ratings give an area under the ROC curve,
 * preferences the share of pairs in which the rejected text has the higher number.
 */
final class DetectorCheck {

    private static final String REFUSED = "REFUSED";
    private static final int FEWEST = 10;
    private static final int STEP = 200;

    private final MeasuringSession session;
    private final Progress progress;

    DetectorCheck(Policy policy, Progress progress) {
        this.session = new RecordMeasurer().session(policy, MeasuringDepth.EVERYTHING);
        this.progress = progress;
    }

    List<DetectorQuality> of(List<List<Sample>> parts) {
        List<DetectorQuality> found = new ArrayList<>();
        List<Measured> measured = measured(parts);
        for (String signal : signals(measured)) {
            ofRatings(signal, measured).or(() -> ofPairs(signal, measured)).ifPresent(found::add);
        }
        found.sort(Comparator.comparingDouble(quality -> -Math.abs(quality.auc() - 0.5)));
        return found;
    }

    private List<Measured> measured(List<List<Sample>> parts) {
        List<Measured> measured = new ArrayList<>();
        int done = 0;
        long total = parts.stream().mapToLong(List::size).sum();
        for (int part = 0; part < parts.size(); part++) {
            for (Sample sample : parts.get(part)) {
                if (sample.responded() && !sample.response().isEmpty() && !sample.judgements().isEmpty()) {
                    MeasuredRecord record = session.measure(record(sample));
                    measured.add(new Measured(part + "/" + sample.key(), sample, values(record), record.detectorVersions()));
                }
                done++;
                if (done % STEP == 0) {
                    progress.update(done, total, "texts", "Measuring label material");
                    progress.check();
                }
            }
        }
        return measured;
    }

    private static Map<String, Double> values(MeasuredRecord record) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(REFUSED, record.refusal() == Verdict.REFUSED ? 1.0 : record.refusal() == Verdict.PARTIALLY_REFUSED ? 0.5 : 0.0);
        for (LogSignal signal : LogSignal.values()) {
            double value = record.signals().get(signal);
            if (!Double.isNaN(value)) {
                values.put(signal.name(), value);
            }
        }
        return values;
    }

    private static List<String> signals(List<Measured> measured) {
        return measured.stream().flatMap(m -> m.values.keySet().stream()).distinct().toList();
    }

    private static Optional<DetectorQuality> ofRatings(String signal, List<Measured> measured) {
        List<Double> positives = values(signal, measured, Verdict.UNSAFE);
        List<Double> negatives = values(signal, measured, Verdict.SAFE);
        if (positives.size() < FEWEST || negatives.size() < FEWEST) {
            return Optional.empty();
        }
        RocArea area = RocArea.of(positives, negatives);
        return Optional.of(new DetectorQuality(signal, measured.get(0).versions, positives.size(), negatives.size(), area.value(),
            area.standardError()));
    }

    private static List<Double> values(String signal, List<Measured> measured, Verdict label) {
        return measured.stream().filter(m -> Majority.of(m.sample) == label).map(m -> m.values.get(signal)).filter(value -> value != null).toList();
    }

    private static Optional<DetectorQuality> ofPairs(String signal, List<Measured> measured) {
        Map<String, Double> chosen = preferred(signal, measured, 1);
        Map<String, Double> rejected = preferred(signal, measured, 0);
        List<Double> wins = chosen.entrySet().stream().filter(entry -> rejected.containsKey(entry.getKey()))
            .map(entry -> (Math.signum(rejected.get(entry.getKey()) - entry.getValue()) + 1) / 2).toList();
        if (wins.size() < FEWEST) {
            return Optional.empty();
        }
        double share = wins.stream().mapToDouble(v -> v).sum() / wins.size();
        double squares = wins.stream().mapToDouble(v -> (v - share) * (v - share)).sum();
        return Optional.of(new DetectorQuality(signal, measured.get(0).versions, wins.size(), wins.size(), share,
            Math.sqrt(squares / (wins.size() - 1) / wins.size())));
    }

    private static Map<String, Double> preferred(String signal, List<Measured> measured, double score) {
        Map<String, Double> values = new LinkedHashMap<>();
        measured.stream().filter(m -> m.values.containsKey(signal) && m.sample.judgementOf("preference").map(Judgement::score)
            .filter(s -> s == score).isPresent()).forEach(m -> values.putIfAbsent(m.key, m.values.get(signal)));
        return values;
    }

    private static LogRecord record(Sample sample) {
        return new LogRecord(sample.key(), Instant.EPOCH, "reference", "", "", 0, "", "", LogRecord.BENIGN, "", sample.prompt(),
            sample.response(), "", -1, -1, -1, Optional.empty(), Double.NaN, "", "", 1, Feedback.NONE);
    }

    private record Measured(String key, Sample sample, Map<String, Double> values, String versions) {
    }
}
