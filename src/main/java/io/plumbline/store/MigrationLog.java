package io.plumbline.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Passes on what goes wrong in a migration and keeps quiet about the eight lines of routine that each opening would log. */
public final class MigrationLog implements LogCreator {

    @Override
    public Log createLogger(Class<?> owner) {
        System.Logger target = System.getLogger(owner.getName());
        return new Log() {
            @Override
            public void debug(String message) {
                target.log(System.Logger.Level.TRACE, message);
            }

            @Override
            public void info(String message) {
                target.log(System.Logger.Level.DEBUG, message);
            }

            @Override
            public void warn(String message) {
                target.log(System.Logger.Level.WARNING, message);
            }

            @Override
            public void error(String message) {
                target.log(System.Logger.Level.ERROR, message);
            }

            @Override
            public void error(String message, Exception e) {
                target.log(System.Logger.Level.ERROR, message, e);
            }

            @Override
            public void notice(String message) {
                target.log(System.Logger.Level.DEBUG, message);
            }
        };
    }
}
