package io.plumbline.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogSignal;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import io.plumbline.ui.MemoryWorkspace;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoliciesModelTest {

    private final List<Throwable> failures = new ArrayList<>();
    private final PoliciesModel model = new PoliciesModel(new MemoryWorkspace(), new SameThreadTaskRunner(), failures::add);

    @Test
    void whatTheFieldsSayBecomesThePolicyAndComesBack() {
        model.read();
        PolicyDraft written = draft("acme corp,  anvils ,", "0.5");
        model.save(written);
        assertThat(failures).isEmpty();
        ContentPolicy saved = model.policies().get().get(0);
        assertThat(saved.rules()).containsExactly(new PolicyRule.Terms(PolicyRule.Where.RESPONSE, List.of("acme corp", "anvils")),
            new PolicyRule.Expression(PolicyRule.Where.PROMPT, "(?i)rival"), new PolicyRule.AtLeast(LogSignal.TOXICITY, 0.5));
        assertThat(model.draft().get().policy()).isEqualTo(saved);
    }

    @Test
    void savingAgainMakesTheNextVersion() {
        model.read();
        model.save(draft("one", "0.5"));
        model.save(model.draft().get().in(ContentPolicy.State.RETIRED));
        assertThat(model.policies().get()).singleElement().satisfies(policy -> {
            assertThat(policy.version()).isEqualTo(2);
            assertThat(policy.state()).isEqualTo(ContentPolicy.State.RETIRED);
        });
        model.begin();
        assertThat(model.draft().get().id()).isEqualTo("p2");
    }

    @Test
    void aLimitThatIsNoNumberIsSaidAndNothingSaved() {
        model.save(draft("one", "high"));
        assertThat(failures).singleElement().isInstanceOf(InputException.class);
        assertThat(model.policies().get()).isEmpty();
    }

    @Test
    void anEmptyLogHasNothingAgainstThePolicy() {
        model.apply(draft("one", "0.5"));
        assertThat(model.replay().get().orElseThrow().read()).isZero();
    }

    private static PolicyDraft draft(String terms, String limit) {
        return new PolicyDraft("p1", 0, "Rivals", "Name none.", HarmCategory.OTHER, ContentPolicy.State.IN_FORCE, terms, "", "", "(?i)rival",
            Optional.of(LogSignal.TOXICITY), limit);
    }
}
