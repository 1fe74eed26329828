package io.plumbline.store;

/** The workspace's own files can't be read or written. The message is a sentence for the person: what happened, what is safe, what to do. */
public final class WorkspaceException extends RuntimeException {

    public WorkspaceException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
