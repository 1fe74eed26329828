package io.plumbline.signals;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.Verdict;
import io.plumbline.signals.topic.TopicModel;
import io.plumbline.signals.toxicity.ToxicityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures records with every detector. Holds what is the same for all threads; each thread asks for a session of its own. */
public final class RecordMeasurer {

    /** Made when a session first reads texts: their phrases take a good part of a second to compile. */
    private TextSteps texts;
    private final SignalPlan plan;
    private final TopicModel.Lookup topics;
    /** Versions of the detectors whose numbers make series; toxicity's is added where it measured. */
    private final String ours;

    /** With every detector that comes with the program. */
    public RecordMeasurer() {
        this(SignalPlan.standard());
    }

    /** With the detectors, policies and model that a person chose. */
    public RecordMeasurer(SignalPlan plan) {
        this.plan = plan;
        topics = plan.topics().lookup();
        ours = Stream.of(Detector.REFUSAL, Detector.REFUSAL_QUALITY, Detector.CONFIDENCE, Detector.FORM, Detector.STRANGE_TEXT).filter(plan::runs).map(Detector::version)
            .collect(Collectors.joining(MeasuredRecord.AND));
    }

    /** A session for one thread. */
    public MeasuringSession session(Policy policy, MeasuringDepth depth) {
        return switch (depth) {
            case EVERYTHING -> new TextSession(steps(policy));
            case LABELS -> labels(new FlagRules(plan, policy));
        };
    }

    /** In their order: a step may use what those before it found. */
    private List<MeasuringStep> steps(Policy policy) {
        List<MeasuringStep> steps = new ArrayList<>();
        TextSteps texts = texts();
        steps.add(texts.refusal());
        if (plan.runs(Detector.REFUSAL_QUALITY)) {
            steps.add(TextSteps.quality());
        }
        if (plan.runs(Detector.CONFIDENCE)) {
            steps.add(texts.confidence());
        }
        if (plan.runs(Detector.FORM)) {
            steps.add(texts.form());
        }
        if (plan.runs(Detector.STRANGE_TEXT)) {
            steps.add(texts.strangeText());
        }
        if (plan.runs(Detector.TOXICITY)) {
            steps.add(toxicity());
        }
        if (plan.runs(Detector.TOPICS) && !plan.topics().topics().isEmpty()) {
            steps.add(topic());
        }
        FlagRules flags = new FlagRules(plan, policy);
        steps.add((exchange, found) -> found.flags(flags.flags(exchange, found)));
        return steps;
    }

    private synchronized TextSteps texts() {
        if (texts == null) {
            texts = new TextSteps();
        }
        return texts;
    }

    /** Only where the log names none. */
    private MeasuringStep topic() {
        TopicModel.Lookup lookup = topics.another();
        return (exchange, found) -> {
            if (found.topic().isEmpty()) {
                found.topic(lookup.label(exchange.prompt()));
            }
        };
    }

    /** Only where the log has no score: two rulers on one series would measure each other. */
    private MeasuringStep toxicity() {
        ToxicityModel model = plan.toxicity();
        ToxicityModel.Reader reader = model.reader();
        return (exchange, found) -> {
            if (Double.isNaN(exchange.record().toxicity())) {
                found.toxicity(model.name(), model.version(), reader.read(exchange.response()));
            }
        };
    }

    private static MeasuringSession labels(FlagRules flags) {
        return record -> {
            Verdict verdict = record.sourceRefused().map(refused -> refused ? Verdict.REFUSED : Verdict.COMPLIED).orElse(Verdict.UNSCORED);
            return new MeasuredRecord(record, verdict, List.of(), "", record.language(), record.topic(), SignalValues.NONE, flags.byLabels(record));
        };
    }

    private String versions(Findings found) {
        return found.toxicity().map(toxicity -> ours + MeasuredRecord.AND + toxicity.version()).orElse(ours);
    }

    private final class TextSession implements MeasuringSession {

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
            return new MeasuredRecord(record, found.refusal().verdict(), found.refusal().evidence(), versions(found),
                found.language(), found.topic(), found.values(), found.flags());
        }
    }
}
