/** In which language a text is written. */
package io.plumbline.signals.language;
