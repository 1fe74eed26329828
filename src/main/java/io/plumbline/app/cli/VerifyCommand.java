package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.store.JournalVerification;
import io.plumbline.store.JournalVerification.BrokenLine;
import io.plumbline.store.JournalVerifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: whether the decision journal of a workspace is what people wrote, line by line. Works while the workspace is in use. */
@Command(name = "verify", mixinStandardHelpOptions = true,
    description = "Checks the hash chain of a workspace's decision journal. Exit code 1 if a line does not hold.")
public final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WORKSPACE", description = "Workspace folder.")
    private Path workspace;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JournalVerification found = JournalVerifier.verify(workspace);
        PrintWriter out = spec.commandLine().getOut();
        if (json.wanted()) {
            json.print(out, document(found));
        } else {
            out.println(found.firstBroken().map(broken -> sentence(found, broken))
                .orElseGet(() -> "The journal holds: %,d lines, last hash %s.".formatted(found.lines(), found.head())));
            out.flush();
        }
        return found.holds() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String sentence(JournalVerification found, BrokenLine broken) {
        return "Line %d of journal.jsonl does not hold: %s. The chain holds up to line %,d.".formatted(broken.line(), broken.reason(),
            found.lines());
    }

    private ObjectNode document(JournalVerification found) {
        ObjectNode document = json.object().put("holds", found.holds()).put("lines", found.lines()).put("head", found.head());
        Optional<BrokenLine> broken = found.firstBroken();
        if (broken.isPresent()) {
            document.putObject("firstBroken").put("line", broken.get().line()).put("kind", broken.get().kind().name())
                .put("reason", broken.get().reason());
        } else {
            document.putNull("firstBroken");
        }
        return document;
    }
}
