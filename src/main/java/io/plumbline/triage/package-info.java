/** Flagged records, what people say of them, and what that says of the detectors. */
package io.plumbline.triage;
