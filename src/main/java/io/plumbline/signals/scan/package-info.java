/** One pass over a text, which every detector works on, and what is looked up by the hashes that it leaves. Knows texts only. */
package io.plumbline.signals.scan;
