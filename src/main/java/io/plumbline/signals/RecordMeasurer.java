package io.plumbline.signals;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.Verdict;
import java.util.List;

/** Measures records with every detector. Holds what is the same for all threads; each thread asks for a session of its own. */
public final class RecordMeasurer {

    private final RefusalDetector refusals = new RefusalDetector();
    private final FlagRules flags = new FlagRules();

    /** A session for one thread. */
    public MeasuringSession session(Policy policy, MeasuringDepth depth) {
        return switch (depth) {
            case EVERYTHING -> new TextSession(steps(policy));
            case LABELS -> record -> labels(record, policy);
        };
    }

    /** In their order: a step may use what those before it found. */
    private List<MeasuringStep> steps(Policy policy) {
        return List.of(
            (exchange, found) -> found.refusal(refusals.read(exchange.record().response())),
            (exchange, found) -> flags.flags(exchange, found.refusal(), policy).forEach(found::flag));
    }

    private MeasuredRecord labels(LogRecord record, Policy policy) {
        Verdict verdict = record.sourceRefused().map(refused -> refused ? Verdict.REFUSED : Verdict.COMPLIED).orElse(Verdict.UNSCORED);
        return new MeasuredRecord(record, verdict, List.of(), "", record.language(), record.topic(), SignalValues.NONE,
            flags.byLabels(record, policy));
    }

    private static final class TextSession implements MeasuringSession {

        private final MeasuringStep[] steps;
        private final ScannedExchange exchange = new ScannedExchange();

        TextSession(List<MeasuringStep> steps) {
            this.steps = steps.toArray(MeasuringStep[]::new);
        }

        @Override
        public MeasuredRecord measure(LogRecord record) {
            exchange.of(record);
            Findings found = new Findings();
            found.language(record.language());
            found.topic(record.topic());
            for (MeasuringStep step : steps) {
                step.measure(exchange, found);
            }
            return new MeasuredRecord(record, found.refusal().verdict(), found.refusal().evidence(), RefusalDetector.VERSION,
                found.language(), found.topic(), found.values(), found.flags());
        }
    }
}
