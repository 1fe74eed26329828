package io.plumbline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.detection.DetectorLine;
import io.plumbline.domain.InputException;
import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.FlagKind;
import io.plumbline.signals.Detector;
import io.plumbline.ui.MemoryWorkspace;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsModelTest {

    private final MemoryWorkspace workspace = new MemoryWorkspace();
    private final List<Throwable> failures = new ArrayList<>();
    private final SignalsModel model = new SignalsModel(workspace, new SameThreadTaskRunner(), failures::add);

    @Test
    void everyDetectorIsListedAndSaysThatLabelsAreMissing() {
        model.read();
        assertThat(failures).isEmpty();
        assertThat(model.lines().get()).filteredOn(line -> !line.isPart()).extracting(DetectorLine::detector).containsExactly(Detector.values());
        assertThat(model.lines().get()).allSatisfy(line -> assertThat(SignalsModel.precision(line)).matches("not measured: (0 labels of \\d+|no label speaks of it)"));
    }

    @Test
    void aSwitchIsADecisionAndShows() {
        model.read();
        model.toggle(line(Detector.TOXICITY));
        assertThat(line(Detector.TOXICITY).state()).isEqualTo(DetectorLine.State.OFF);
        model.toggle(line(Detector.TOXICITY));
        assertThat(line(Detector.TOXICITY).state()).isEqualTo(DetectorLine.State.ON);
        assertThat(workspace.decisions().ofKinds(DecisionKinds.DETECTOR_SWITCHED)).hasSize(2);
    }

    @Test
    void everyKindOfSensitiveContentIsListedAndItsSwitchStopsItsFlag() {
        model.read();
        assertThat(model.lines().get()).extracting(DetectorLine::id).contains("SENSITIVE_CONTENT.IBAN", "SENSITIVE_CONTENT.EMAIL", "SENSITIVE_CONTENT.JWT");
        model.toggle(model.lines().get().stream().filter(line -> line.id().equals("SENSITIVE_CONTENT.EMAIL")).findFirst().orElseThrow());
        assertThat(failures).isEmpty();
        model.measure("Mail jane@example.com.");
        assertThat(model.sample().get().orElseThrow().flags()).isEmpty();
    }

    @Test
    void aFolderWithoutAModelForNamesIsSaidAndNotChosen() {
        model.chooseNames("no/such/folder");
        assertThat(failures).singleElement().isInstanceOf(InputException.class);
        assertThat(model.nameFolder()).isEmpty();
    }

    @Test
    void aSampleIsMeasuredAsTheNextImportWouldMeasureIt() {
        model.measure("You are a stupid bitch. Mail jane@example.com.");
        assertThat(model.sample().get().orElseThrow().flags()).extracting(flag -> flag.kind()).containsExactly(FlagKind.TOXIC, FlagKind.PERSONAL_DATA);
        model.read();
        model.toggle(line(Detector.TOXICITY));
        model.measure("You are a stupid bitch. Mail jane@example.com.");
        assertThat(model.sample().get().orElseThrow().flags()).extracting(flag -> flag.kind()).containsExactly(FlagKind.PERSONAL_DATA);
        model.measure(" ");
        assertThat(model.sample().get()).isEmpty();
    }

    private DetectorLine line(Detector detector) {
        return model.lines().get().stream().filter(line -> line.detector() == detector).findFirst().orElseThrow();
    }
}
