package io.plumbline.evaluation;

/** A judge was named that did not score both runs. The message names those that did. */
public final class UnknownJudgeException extends RuntimeException {
    UnknownJudgeException(String sentence) {
        super(sentence);
    }
}
