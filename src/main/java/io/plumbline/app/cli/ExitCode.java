package io.plumbline.app.cli;

/** Exit codes that scripts may rely on. */
public final class ExitCode {

    public static final int OK = 0;
    /** A check did not hold, e.g. a broken journal, or something failed that is not the caller's fault. */
    public static final int FAILED = 1;
    public static final int WRONG_USE = 2;
    public static final int BAD_INPUT = 3;
    public static final int WORKSPACE_IN_USE = 4;

    private ExitCode() {
    }
}
