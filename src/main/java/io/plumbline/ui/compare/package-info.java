/** The Compare screen: base against candidate, down to two answers side by side. */
package io.plumbline.ui.compare;
