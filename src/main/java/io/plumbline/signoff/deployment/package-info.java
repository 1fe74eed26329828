/** How a candidate will be reached and by whom: what a gate has to ask depends on it (R110–R118). */
package io.plumbline.signoff.deployment;
