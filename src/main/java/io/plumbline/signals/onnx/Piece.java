package io.plumbline.signals.onnx;

/**
 * A word piece, and the word of the text that it is part of.
 *
 * @param number its number in the vocabulary
 * @param word   which word of the text, counted from zero
 * @param start  where the word begins
 * @param end    where the word ends
 */
public record Piece(int number, int word, int start, int end) {
}
