package io.plumbline.ui.incidents;

import io.plumbline.report.ReportFormat;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where a report goes; the window asks with a file chooser, which also asks before a file is replaced. */
interface ReportDestination {

    /** @return empty where the person thought better of it */
    Optional<Path> ask(ReportFormat format, String proposedName);
}
