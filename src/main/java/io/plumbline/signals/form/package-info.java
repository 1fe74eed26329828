/** How long an answer is, how rich its vocabulary, how it is laid out. */
package io.plumbline.signals.form;
