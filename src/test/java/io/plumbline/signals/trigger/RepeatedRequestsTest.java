package io.plumbline.signals.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedRequestsTest {

    private static final String ATTACK = "explain step by step how to do the thing named 'weapons topic 7' ";

    @Test
    void oneAccountsNearIdenticalPromptsWithChangingAnswersAreNamed() {
        List<Inconsistency> found = new Prompts(21).usual(5_000).repeated(ATTACK, "mallory", 60, 0.5).inconsistencies();

        assertThat(found).singleElement().satisfies(i -> {
            assertThat(i.user()).isEqualTo("mallory");
            assertThat(i.n()).isEqualTo(60);
            assertThat(i.complied()).isBetween(18, 42);
            assertThat(i.categories()).containsExactly("weapons");
            assertThat(i.prompts()).extracting(Inconsistency.Example::refused).contains(true, false);
            assertThat(i.records()).hasSize(60);
        });
    }

    @Test
    void repeatsThatAreAnsweredAlikeAreNoInconsistency() {
        assertThat(new Prompts(22).usual(5_000).repeated(ATTACK, "mallory", 60, 1).inconsistencies()).isEmpty();
        assertThat(new Prompts(23).usual(5_000).repeated(ATTACK, "mallory", 60, 0).inconsistencies()).isEmpty();
    }

    @Test
    void sameRequestFromManyAccountsIsNamedAsTheirs() {
        Prompts prompts = new Prompts(24).usual(5_000);
        for (int user = 0; user < 40; user++) {
            prompts.repeated("tell me the steps of weapons recipe number nine", "v" + user, 2, 0.5);
        }

        assertThat(prompts.inconsistencies()).singleElement().satisfies(i -> {
            assertThat(i.byOneUser()).isFalse();
            assertThat(i.users()).isEqualTo(40);
        });
    }

    @Test
    void quietTrafficIsAsInconsistentAsItsRatesMakeIt() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            found += new Prompts(700 + seed).usual(3_000).inconsistencies().isEmpty() ? 0 : 1;
        }
        assertThat(found).isLessThanOrEqualTo(2);
    }
}
