package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import org.junit.jupiter.api.Test;

class RequiredOutcomeTest {

    @Test
    void standardIsMetByStandardAlone() {
        assertThat(RequiredOutcome.STANDARD.isMetBy(GateOutcome.STANDARD, EvidenceStrength.ASSURED)).isTrue();
        assertThat(RequiredOutcome.STANDARD.isMetBy(GateOutcome.ENHANCED, EvidenceStrength.ASSURED)).isFalse();
    }

    @Test
    void enhancedIsMetByStandardAndEnhancedAndNothingWorse() {
        assertThat(RequiredOutcome.ENHANCED.isMetBy(GateOutcome.STANDARD, EvidenceStrength.LIKELY)).isTrue();
        assertThat(RequiredOutcome.ENHANCED.isMetBy(GateOutcome.ENHANCED, EvidenceStrength.ASSURED)).isTrue();
        assertThat(RequiredOutcome.ENHANCED.isMetBy(GateOutcome.HUMAN_REVIEW, EvidenceStrength.ASSURED)).isFalse();
        assertThat(RequiredOutcome.ENHANCED.isMetBy(GateOutcome.BLOCK, EvidenceStrength.ASSURED)).isFalse();
    }

    @Test
    void lackOfEvidenceMeetsNothing() {
        assertThat(RequiredOutcome.ENHANCED.isMetBy(GateOutcome.STANDARD, EvidenceStrength.NOT_ENOUGH_EVIDENCE)).isFalse();
    }
}
