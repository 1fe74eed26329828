/** Tables of phrases that people can edit, and the automata that look for them in scanned texts. */
package io.plumbline.signals.phrases;
