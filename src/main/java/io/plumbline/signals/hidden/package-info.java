/** Text that triggers hide in. */
package io.plumbline.signals.hidden;
