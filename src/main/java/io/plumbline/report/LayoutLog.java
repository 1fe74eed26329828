package io.plumbline.report;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.lang.System.Logger;
import java.util.logging.Level;

/** Passes on what the page layout complains of, and keeps its running commentary from standard error. */
final class LayoutLog implements XRLogger {

    private static final Logger LOG = System.getLogger(LayoutLog.class.getName());

    @Override
    public void log(String where, Level level, String message) {
        if (matters(level)) {
            LOG.log(Logger.Level.WARNING, message);
        }
    }

    @Override
    public void log(String where, Level level, String message, Throwable failure) {
        if (matters(level)) {
            LOG.log(Logger.Level.WARNING, message, failure);
        }
    }

    @Override
    public void setLevel(String logger, Level level) {
        // the program's own logging decides
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return matters(diagnostic.getLevel());
    }

    private static boolean matters(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }
}
