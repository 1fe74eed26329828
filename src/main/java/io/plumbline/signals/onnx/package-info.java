/** Models that a person brings along as ONNX files: the runtime, the cutting of text into word pieces, what a model file must have beside it. */
package io.plumbline.signals.onnx;
