/** The Sign-off screen: evidence, outcome with the trace of every rule, what it demands, and the decision. */
package io.plumbline.ui.signoff;
