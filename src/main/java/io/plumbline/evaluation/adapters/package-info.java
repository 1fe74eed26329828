/** What adapters do to a model, each alone and stacked, and which stacks are in use that nobody tested. */
package io.plumbline.evaluation.adapters;
