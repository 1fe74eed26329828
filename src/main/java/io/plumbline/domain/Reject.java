package io.plumbline.domain;

/**
 * A record that could not be imported.
 *
 * @param line    1-based line (text files) or record number (JSON arrays) in the file
 * @param reason  one sentence: what is wrong and what to do
 * @param excerpt the beginning of the offending text
 */
public record Reject(long line, String reason, String excerpt) {
}
