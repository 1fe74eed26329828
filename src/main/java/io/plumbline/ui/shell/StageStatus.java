package io.plumbline.ui.shell;

import io.plumbline.domain.SafetyState;
import java.util.Optional;

/**
 * One of the three stages in the top bar.
 *
 * @param name  "Pre-deployment", "Gate", "Post-deployment"
 * @param state empty where the stage has not begun
 * @param note  nuance beside it, may be empty
 */
public record StageStatus(String name, Optional<SafetyState> state, String note) {
}
