package io.plumbline.domain;

/**
 * One judge's word on one response.
 *
 * @param judge    stable name of the judge, e.g. {@code llamaguard2}, {@code human}
 * @param verdict  its reading in the program's vocabulary
 * @param rawLabel the label exactly as the file held it, free text included
 */
public record Judgement(String judge, Verdict verdict, String rawLabel) {
}
