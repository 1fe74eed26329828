/** The red-team screen: sessions by hand with a timer, logs of tools, and what they allow to say. */
package io.plumbline.ui.redteam;
