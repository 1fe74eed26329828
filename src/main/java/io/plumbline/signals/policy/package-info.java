/** Content policies that people write themselves, and how they are applied to a record. */
package io.plumbline.signals.policy;
