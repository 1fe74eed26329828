package io.plumbline.app.cli;

import java.util.Optional;

/** Which build this is; decisions and reports carry it. */
public final class ProgramVersion {

    private ProgramVersion() {
    }

    public static String current() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion()).orElse("development build");
    }
}
