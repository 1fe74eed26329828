package io.plumbline.app;

import io.plumbline.app.cli.PlumblineCommand;

/** The launcher. It does not extend {@code Application}, so that JavaFX starts from the class path. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) {
        Logging.configure();
        System.exit(PlumblineCommand.commandLine().execute(args));
    }
}
