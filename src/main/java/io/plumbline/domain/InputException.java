package io.plumbline.domain;

/**
 * Something a person gave us cannot be used. The message is a whole sentence for that person: which file, which line, what is wrong,
 * what to do.
 */
public final class InputException extends RuntimeException {
    public InputException(String sentence) {
        super(sentence);
    }

    public InputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
