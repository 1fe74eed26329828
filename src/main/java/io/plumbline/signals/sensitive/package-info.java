/** Finds what must not be passed on: data of persons, secrets, code. Knows texts only. */
package io.plumbline.signals.sensitive;
