/** Base against candidate: pairing, change with its uncertainty, and the gate policy's verdict with the trace of every rule. */
package io.plumbline.evaluation;
