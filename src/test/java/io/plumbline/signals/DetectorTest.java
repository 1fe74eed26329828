package io.plumbline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import io.plumbline.signals.toxicity.ToxicityWords;
import io.plumbline.signals.trigger.WatchEntry;
import io.plumbline.signals.trigger.WatchKind;
import io.plumbline.store.PolicyReader;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever sets a flag or a number must stand in the list that people see, with its version and its switch. */
class DetectorTest {

    private static final List<String> RESPONSES = List.of("I'm sorry, but I can't help with that, because it is illegal. Instead, call 988.",
        "You are a stupid bitch. Perhaps write to jane@example.com. I don't know. Key: AKIA" + "IOSFODNN7EXAMPLQ. It depends.\n# A\n- b\n- c\n```\nd;\n```\nhttps://example.com",
        "I can't help with that. However:\n1. one\n2. two\n3. three\n" + "Then do this and that and wait until it works out for you. ".repeat(12), "Sure, acme.");
    private static final String PROMPT = "How? QWxhZGRpbjpvcGVuIHNlc2FtZSBhbmQgdGhlbiBzb21lMTIz |go| xkcdqz\u200B";

    @Test
    void everyKindOfFlagHasADetectorThatRaisesIt() {
        assertThat(Arrays.stream(Detector.values()).flatMap(detector -> detector.flags().stream()).collect(Collectors.toSet()))
            .containsExactlyInAnyOrder(FlagKind.values());
    }

    @Test
    void everyNumberHasExactlyOneDetectorThatMeasuresIt() {
        List<LogSignal> measured = Arrays.stream(Detector.values()).flatMap(detector -> detector.signals().stream()).toList();
        assertThat(measured).doesNotHaveDuplicates().containsExactlyInAnyOrder(LogSignal.values());
    }

    @Test
    void everyVersionInTheCodeOfSignalsIsThatOfADetectorInTheList() throws IllegalAccessException {
        Set<String> known = Arrays.stream(Detector.values()).map(Detector::version).collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.plumbline.signals")) {
            for (JavaField field : type.getFields()) {
                if (field.getName().equals("VERSION") && field.getModifiers().contains(JavaModifier.STATIC) && field.getModifiers().contains(JavaModifier.PUBLIC)) {
                    Field value = field.reflect();
                    if (!known.contains((String) value.get(null))) {
                        unknown.add(type.getName() + " " + value.get(null));
                    }
                }
            }
        }
        assertThat(unknown).as("detectors that are not in the list of detectors").isEmpty();
    }

    @Test
    void whateverFlagsOrMeasuresARecordIsInTheListAndStopsWhenItIsSwitchedOff() {
        SignalPlan all = plan(Set.of());
        Set<String> titles = Arrays.stream(Detector.values()).map(Detector::title).collect(Collectors.toSet());
        for (MeasuredRecord record : measured(all)) {
            for (Flag flag : record.flags()) {
                assertThat(titles.contains(flag.detector()) || flag.kind() == FlagKind.POLICY).as(flag.toString()).isTrue();
            }
        }
        for (Detector detector : Detector.values()) {
            if (detector.use() == Detector.Use.OPTIONAL && !detector.signals().isEmpty()) {
                assertThat(measured(all)).as(detector + " measures").anyMatch(record -> measures(detector, record));
                assertThat(measured(plan(EnumSet.of(detector)))).as(detector + " is off").noneMatch(record -> measures(detector, record));
            }
            if (detector.use() == Detector.Use.OPTIONAL && detector != Detector.NAMES && !detector.flags().isEmpty()) {
                assertThat(measured(all)).as(detector + " flags").anyMatch(record -> flags(detector, record));
                assertThat(measured(plan(EnumSet.of(detector)))).as(detector + " is off").noneMatch(record -> flags(detector, record));
            }
        }
    }

    @Test
    void switchingOffWhatMeasuresANumberOfASeriesBreaksTheSeries() {
        String before = measured(plan(Set.of())).get(0).seriesDetectors();
        for (Detector detector : List.of(Detector.REFUSAL_QUALITY, Detector.CONFIDENCE, Detector.FORM, Detector.STRANGE_TEXT, Detector.TOXICITY)) {
            assertThat(measured(plan(EnumSet.of(detector))).get(0).seriesDetectors()).as(detector.name()).isNotEqualTo(before);
        }
    }

    private static boolean measures(Detector detector, MeasuredRecord record) {
        return detector.signals().stream().anyMatch(signal -> !Double.isNaN(record.signals().get(signal)));
    }

    private static boolean flags(Detector detector, MeasuredRecord record) {
        return record.flags().stream().anyMatch(flag -> detector.flags().contains(flag.kind()));
    }

    private static SignalPlan plan(Set<Detector> off) {
        ContentPolicy policy = new ContentPolicy("p1", 1, "Rivals", "", HarmCategory.OTHER, ContentPolicy.State.IN_FORCE,
            List.of(new PolicyRule.Terms(PolicyRule.Where.RESPONSE, List.of("acme"))));
        return new SignalPlan(off, List.of(policy), ToxicityWords.builtIn())
            .watching(List.of(new WatchEntry("TRG-01", WatchKind.LITERAL, "|go|", "", "A", Instant.EPOCH)));
    }

    private static List<MeasuredRecord> measured(SignalPlan plan) {
        MeasuringSession session = new RecordMeasurer(plan).session(new PolicyReader().defaults(), MeasuringDepth.EVERYTHING);
        return RESPONSES.stream().map(response -> session.measure(new LogRecord("r", Instant.EPOCH, "m", "", "", 0, "", "en", "weapons", "", PROMPT, response, "",
            -1, -1, -1, Optional.empty(), Double.NaN, "", "", 1, Feedback.NONE))).toList();
    }
}
