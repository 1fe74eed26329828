package io.plumbline.ui.shell;

import io.plumbline.domain.InputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * A failure in words a person can use.
 *
 * @param happened what happened
 * @param safe     what is safe
 * @param todo     what to do
 * @param code     the same for the same failure, so that two people can find out that they have the same
 * @param details  for whoever mends it
 */
public record ErrorReport(String happened, String safe, String todo, String code, String details) {

    public static ErrorReport of(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        String code = codeOf(failure);
        if (failure instanceof InputException) {
            return new ErrorReport(failure.getMessage(), "Nothing was changed.", "Mend what the sentence names, then try again.", code,
                trace.toString());
        }
        if (failure instanceof OutOfMemoryError) {
            return new ErrorReport("There was not enough memory for this.", "Everything you decided is on disk.",
                "Close other programs or narrow the time range, then try again.", code, trace.toString());
        }
        if (failure instanceof UncheckedIOException || failure instanceof java.io.IOException) {
            return new ErrorReport("A file could not be read or written: " + message(failure), "Everything you decided is on disk.",
                "Check that the disk has room and the file is still there, then try again.", code, trace.toString());
        }
        return new ErrorReport("This did not work because of a fault in the program: " + message(failure),
            "Everything you decided is on disk; this screen may be out of date.",
            "Go on with another screen. To have it mended, copy the details into a report.", code, trace.toString());
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static String codeOf(Throwable failure) {
        int hash = failure.getClass().getName().hashCode();
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("io.plumbline.")) {
                hash = hash * 31 + (frame.getClassName() + "." + frame.getMethodName()).hashCode();
                break;
            }
        }
        return "PL-" + String.format(Locale.ROOT, "%06X", hash & 0xFFFFFF);
    }
}
