package io.plumbline.app;

import io.plumbline.app.cli.PlumblineCommand;

/** The launcher. It does not extend {@code Application}, so that JavaFX starts from the class path. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) {
        Logging.configure();
        if (args.length > 0) {
            // Jdbi sets up flight recording for every statement, which takes longer than most commands do. A recording that was begun with
            // the process goes on; one can't be begun later, but a command has ended by then.
            System.setProperty("jfr.unsupported.vm", "true");
        }
        System.exit(PlumblineCommand.commandLine(args).execute(args));
    }
}
