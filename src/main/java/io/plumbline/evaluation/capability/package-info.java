/** Capability beside safety: what a fine-tune gained or lost on ordinary tasks, and whether a loss is ruled out. */
package io.plumbline.evaluation.capability;
