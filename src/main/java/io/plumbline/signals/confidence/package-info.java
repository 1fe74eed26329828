/** How sure an answer sounds. */
package io.plumbline.signals.confidence;
