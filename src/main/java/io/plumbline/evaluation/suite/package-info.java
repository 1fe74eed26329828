/** One suite over many runs: how its rate moved from version to version of a model, and where a run stands among its peers. */
package io.plumbline.evaluation.suite;
