/** Published benchmarks: what each tests, what it can't say, and how much of it a run holds. */
package io.plumbline.catalogue;
