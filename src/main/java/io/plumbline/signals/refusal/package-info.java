/** Whether an answer refuses, on which phrases that rests, and how well the refusal is made. */
package io.plumbline.signals.refusal;
