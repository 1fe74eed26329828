package io.plumbline.app.cli;

import io.plumbline.domain.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest states it. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"plumbline " + ProgramVersion.current()};
    }
}
