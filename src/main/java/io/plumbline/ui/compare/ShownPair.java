package io.plumbline.ui.compare;

import io.plumbline.domain.Sample;
import io.plumbline.evaluation.PromptOutcome;

/** A prompt that is open, with the words of its first two answers; words are read from the workspace only for what is open. */
record ShownPair(PromptOutcome outcome, Sample base, Sample candidate) {
}
