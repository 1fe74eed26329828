package io.plumbline.domain;

/**
 * One judge's word on one response, and its number where it gives one.
 *
 * @param judge    stable name of the judge, e.g. {@code llamaguard2}, {@code human}
 * @param verdict  its reading in the program's vocabulary
 * @param rawLabel the label exactly as the file held it, free text included
 * @param score    the judge's number on its own scale; NaN where it gave none
 */
public record Judgement(String judge, Verdict verdict, String rawLabel, double score) {

    /** A judge that speaks in words alone. */
    public Judgement(String judge, Verdict verdict, String rawLabel) {
        this(judge, verdict, rawLabel, Double.NaN);
    }

    public boolean hasScore() {
        return Double.isFinite(score);
    }

    /** The same where the response is missing: nothing was there to be judged. */
    public Judgement withoutResponse() {
        return new Judgement(judge, Verdict.UNSCORED, rawLabel);
    }
}
