package io.plumbline.ui.shell;

import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.common.TaskRunner;

/**
 * What the frame of the window offers to the screens inside it.
 *
 * @param navigator goes to places
 * @param tasks     runs work off the FX thread
 * @param errors    shows failures
 * @param dialogs   questions, method notes and dialogs above the screen
 * @param commands  what Ctrl+K finds; a screen may add to it
 * @param look      light or dark, text scale
 */
public record Frame(Navigator navigator, TaskRunner tasks, ErrorSurface errors, Dialogs dialogs, CommandRegistry commands, Look look) {
}
