/** How toxic a text is where the log has no score: a small model of words built in, or a model of the user's own. */
package io.plumbline.signals.toxicity;
