package io.plumbline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(model.lines().get()).extracting(SignalsModel.Line::detector).containsExactly(Detector.values());
        assertThat(model.lines().get()).allSatisfy(line -> assertThat(line.precision()).startsWith("not enough labels (0 of "));
    }

    @Test
    void aSwitchIsADecisionAndShows() {
        model.read();
        model.toggle(line(Detector.TOXICITY));
        assertThat(line(Detector.TOXICITY).state()).isEqualTo(SignalsModel.State.OFF);
        model.toggle(line(Detector.TOXICITY));
        assertThat(line(Detector.TOXICITY).state()).isEqualTo(SignalsModel.State.ON);
        assertThat(workspace.decisions().ofKinds(DecisionKinds.DETECTOR_SWITCHED)).hasSize(2);
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

    private SignalsModel.Line line(Detector detector) {
        return model.lines().get().stream().filter(line -> line.detector() == detector).findFirst().orElseThrow();
    }
}
