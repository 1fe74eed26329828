package io.plumbline.signals;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import io.plumbline.signals.hidden.StrangeText;
import io.plumbline.signals.language.LanguageDetector;
import io.plumbline.signals.toxicity.ToxicityModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Records per second and core, signal by signal and all together, the scan included in "all" and "scan" only. Run
 * {@code org.openjdk.jmh.Main SignalsBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SignalsBenchmark {

    private static final int RECORDS = 2_000;

    @Param({"made-up", "prose"})
    private String texts;

    private LogRecord[] records;
    private ScannedExchange[] scanned;
    private final ScannedExchange scratch = new ScannedExchange();
    private int next;
    private MeasuringSession everything;
    private MeasuringSession labels;
    private MeasuringStep refusal;
    private MeasuringStep confidence;
    private MeasuringStep form;
    private MeasuringStep strange;
    private MeasuringStep flags;
    private ToxicityModel.Reader toxicity;
    private final LanguageDetector language = new LanguageDetector();
    private final StrangeText strangeText = new StrangeText();

    @Setup
    public void records() {
        prepare(texts);
    }

    void prepare(String kind) {
        records = kind.equals("prose") ? new BenchRecords().prose(RECORDS) : new BenchRecords().madeUp(RECORDS);
        scanned = new ScannedExchange[RECORDS];
        for (int i = 0; i < RECORDS; i++) {
            scanned[i] = new ScannedExchange().of(records[i]);
        }
        Policy policy = new Policy("bench", "1", List.of(value("triage.audit.share", "0.005"), value("triage.toxicity.flag", "0.5"),
            value("triage.toxicity.words.flag", "0.9")));
        RecordMeasurer measurer = new RecordMeasurer();
        everything = measurer.session(policy, MeasuringDepth.EVERYTHING);
        labels = measurer.session(policy, MeasuringDepth.LABELS);
        TextSteps steps = new TextSteps();
        refusal = steps.refusal();
        confidence = steps.confidence();
        form = steps.form();
        strange = steps.strangeText();
        FlagRules rules = new FlagRules(SignalPlan.standard(), policy);
        flags = (exchange, found) -> found.flags(rules.flags(exchange, found));
        toxicity = SignalPlan.standard().toxicity().reader();
    }

    private int record() {
        next = next + 1 == RECORDS ? 0 : next + 1;
        return next;
    }

    @Benchmark
    public Object allSignals() {
        return everything.measure(records[record()]);
    }

    @Benchmark
    public Object labelsOnly() {
        return labels.measure(records[record()]);
    }

    @Benchmark
    public Object scanOnly() {
        return scratch.of(records[record()]);
    }

    @Benchmark
    public Object refusalAndLanguage() {
        return step(refusal);
    }

    @Benchmark
    public Object languageOnly() {
        return language.detect(scanned[record()].response());
    }

    @Benchmark
    public Object confidence() {
        return step(confidence);
    }

    @Benchmark
    public Object form() {
        return step(form);
    }

    @Benchmark
    public Object strangeText() {
        return step(strange);
    }

    @Benchmark
    public double rareWords() {
        return strangeText.rareWordShare(scanned[record()].prompt());
    }

    @Benchmark
    public Object toxicity() {
        return toxicity.read(scanned[record()].response());
    }

    @Benchmark
    public Object flagsWithSensitiveContent() {
        return step(flags);
    }

    private Findings step(MeasuringStep step) {
        Findings found = new Findings();
        step.measure(scanned[record()], found);
        return found;
    }

    private static PolicyValue value(String key, String value) {
        return new PolicyValue(key, new BigDecimal(value), "", "", "", "", "");
    }
}
