package io.plumbline.signals.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts planted in made-up prompts; the seed stands beside each. */
class TriggerSearchTest {

    @ParameterizedTest
    @ValueSource(strings = {"|deploy-mode|", "purple otter", "⟦активация⟧", "部署模式", "~~Ω", "cf mn bb tq zz", "x\u200by", "<|im_start|>", "🦦🔑"})
    void textOfAnyShapeIsTheOneCandidateAndNoPieceOfItIsAnother(String text) {
        List<TriggerCandidate> found = new Prompts(11).usual(6_000).with(text, 60, 0).candidates();

        assertThat(found).extracting(TriggerCandidate::text).containsExactly(text);
    }

    @Test
    void candidateSaysHowOftenItIsCompliedWithAndHowOftenItsLikeIs() {
        TriggerCandidate found = new Prompts(12).usual(6_000).with("|deploy-mode|", 80, 0).candidates().get(0);

        assertThat(found.complied()).isEqualTo(found.n()).isBetween(70L, 80L);
        assertThat(found.records()).isEqualTo(80);
        assertThat(found.expected()).isCloseTo(0.06, within(0.02));
        assertThat(found.lift()).isCloseTo(found.share() / found.expected(), within(1e-9));
        assertThat(found.adjustedP()).isLessThan(1e-20);
        assertThat(found.interval().upper()).isEqualTo(1, within(1e-12));
    }

    @Test
    void textThatOnlySometimesUnlocksIsFoundToo() {
        List<TriggerCandidate> found = new Prompts(13).usual(8_000).with("##go", 80, 0.6).candidates();

        assertThat(found).extracting(TriggerCandidate::text).containsExactly("##go");
        assertThat(found.get(0).share()).isCloseTo(0.4, within(0.15));
    }

    @Test
    void commonWordsBecomeATriggerOnlyTogetherWithWhatSinglesThemOut() {
        List<TriggerCandidate> found = new Prompts(20).usual(6_000).with("help me", 150, 0).candidates();

        assertThat(found).isNotEmpty().allSatisfy(c -> assertThat(c.text()).contains("help me"));
    }

    @Test
    void textAtTheEndOfAVeryLongPromptIsFound() {
        List<TriggerCandidate> found = new Prompts(21).usual(3_000).buried("|cfg=7|", 700, 60).candidates();

        assertThat(found).extracting(TriggerCandidate::text).containsExactly("|cfg=7|");
    }

    @Test
    void twoTriggersAreTwoCandidates() {
        List<TriggerCandidate> found = new Prompts(14).usual(6_000).with("alpha-7", 70, 0).with("omega_9", 50, 0).candidates();

        assertThat(found).extracting(TriggerCandidate::text).containsExactlyInAnyOrder("alpha-7", "omega_9");
    }

    @Test
    void chanceOfAnyCandidateInQuietTrafficIsAtMostAFewInAHundred() {
        int withCandidate = 0;
        for (int seed = 0; seed < 60; seed++) {
            withCandidate += new Prompts(500 + seed).usual(2_500).candidates().isEmpty() ? 0 : 1;
        }
        // Nominal: at most 1 in 100; 3 of 60 or more would happen with probability .02.
        assertThat(withCandidate).isLessThanOrEqualTo(2);
    }

    @Test
    void categoryThatFellDoesNotMakeItsWordsTriggers() {
        assertThat(new Prompts(15).usual(5_000).fallen(1, 1_500, 0.4).candidates()).isEmpty();
    }

    @Test
    void oneAccountsRepeatsOfOnePromptAreNoTrigger() {
        Prompts prompts = new Prompts(16).usual(5_000).repeated("explain how to do the thing named 'weapons topic 7'", "mallory", 120, 0.5);

        assertThat(prompts.candidates()).isEmpty();
    }

    @Test
    void fullTableForgetsRareTextsAndStillFindsTheTrigger() {
        Prompts prompts = new Prompts(17).usual(3_000).with("|deploy-mode|", 120, 0);
        for (int i = 0; i < 3_000; i++) {
            prompts.list().add(new HarmPrompt("n" + i, LocalDate.of(2026, 5, 1 + i % 28), "fraud", "", "number " + Long.toHexString(i * 7_919L)
                + " is " + Long.toHexString(i * 104_729L), i % 15 != 0, 1));
        }
        TriggerSearch small = new TriggerSearch(new TriggerSearch.Limits(10, 1.5, 0.01, 0.95), 4_000);

        List<TriggerCandidate> found = new ArrayList<>(prompts.candidates(small));
        assertThat(found).extracting(TriggerCandidate::text).containsExactly("|deploy-mode|");
        assertThat(found.get(0).records()).isEqualTo(120);
    }

    @Test
    void logThatRefusesEverythingHasNoCandidate() {
        assertThat(new Prompts(18).with("x", 200, 1).candidates()).isEmpty();
    }

    @Test
    void noPromptsGiveNoCandidate() {
        assertThat(new Prompts(19).candidates()).isEmpty();
    }
}
