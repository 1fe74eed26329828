package io.plumbline.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogSignal;
import io.plumbline.incidents.MemoryDecisions;
import io.plumbline.signals.Detector;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalDeskTest {

    private final SignalDesk desk = new SignalDesk(new MemoryDecisions());

    @Test
    void aDetectorStaysOffUntilItIsSwitchedOn() {
        desk.switchOff(Detector.TOXICITY);
        assertThat(desk.plan().runs(Detector.TOXICITY)).isFalse();
        desk.switchOn(Detector.TOXICITY);
        assertThat(desk.plan().runs(Detector.TOXICITY)).isTrue();
        assertThatThrownBy(() -> desk.switchOff(Detector.REFUSAL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPolicyComesBackAsItWasSavedAndCountsItsVersions() {
        ContentPolicy first = desk.save(policy(ContentPolicy.State.IN_FORCE, new PolicyRule.Terms(PolicyRule.Where.PROMPT, List.of("one", "two words")),
            new PolicyRule.Expression(PolicyRule.Where.RESPONSE, "(?i)a+"), new PolicyRule.AtLeast(LogSignal.TOXICITY, 0.25)));
        assertThat(first.version()).isEqualTo(1);
        assertThat(desk.policies()).containsExactly(first);
        ContentPolicy second = desk.save(policy(ContentPolicy.State.RETIRED, new PolicyRule.Terms(PolicyRule.Where.PROMPT, List.of("one"))));
        assertThat(second.version()).isEqualTo(2);
        assertThat(desk.policies()).containsExactly(second);
        assertThat(desk.versions("p1")).containsExactly(first, second);
        assertThat(desk.plan().policies()).isEmpty();
        assertThat(desk.freeId()).isEqualTo("p2");
    }

    @Test
    void aPolicyThatCannotBeUsedIsNotSaved() {
        assertThatThrownBy(() -> desk.save(policy(ContentPolicy.State.IN_FORCE, new PolicyRule.Expression(PolicyRule.Where.PROMPT, "("))))
            .isInstanceOf(InputException.class);
        assertThat(desk.policies()).isEmpty();
    }

    @Test
    void aModelThatIsNotThereIsNotChosen(@TempDir Path folder) {
        assertThatThrownBy(() -> desk.choose(folder)).isInstanceOf(InputException.class).hasMessageContaining("no model.onnx");
        assertThat(desk.modelFolder()).isEmpty();
        assertThat(desk.plan().toxicity().version()).isEqualTo(Detector.TOXICITY.version());
    }

    private static ContentPolicy policy(ContentPolicy.State state, PolicyRule... rules) {
        return new ContentPolicy("p1", 0, "Rivals", "Name no rival.", HarmCategory.OTHER, state, List.of(rules));
    }
}
