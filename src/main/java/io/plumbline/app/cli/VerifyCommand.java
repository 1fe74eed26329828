package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.store.EnrolledKey;
import io.plumbline.store.JournalVerification;
import io.plumbline.store.JournalVerification.BrokenLine;
import io.plumbline.store.JournalVerification.Signatures;
import io.plumbline.store.JournalVerifier;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verify}: whether the decision journal of a workspace is what people wrote, line by line, or whether a report is what was signed, byte
 * by byte. Works while the workspace is in use, and on reports without one.
 */
@Command(name = "verify", mixinStandardHelpOptions = true,
    description = "Checks chain and signatures of a workspace's decision journal, or every byte of a report. Exit code 1 if something does not hold.")
public final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WORKSPACE|REPORT", description = "Workspace folder, or a report written by Plumbline (.html, .pdf, .md, .json).")
    private Path what;

    @Mixin
    private VerifyReport report;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (Files.isRegularFile(what)) {
            return report.check(what, json, out);
        }
        if (report.isDemanding()) {
            throw new ParameterException(spec.commandLine(), "--key, --require, --model and --subject are demands on a report, and " + what
                + " is none.");
        }
        JournalVerification found = JournalVerifier.verify(what);
        if (json.wanted()) {
            json.print(out, document(found));
        } else {
            out.println(found.firstBroken().map(broken -> sentence(found, broken))
                .orElseGet(() -> "The journal holds: %,d lines, last hash %s.".formatted(found.lines(), found.head())));
            signatures(found.signatures()).forEach(out::println);
            out.flush();
        }
        return found.holds() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String sentence(JournalVerification found, BrokenLine broken) {
        return "Line %d of journal.jsonl does not hold: %s. The chain holds up to line %,d.".formatted(broken.line(), broken.reason(),
            found.lines());
    }

    private static List<String> signatures(Signatures signed) {
        List<String> lines = new ArrayList<>();
        lines.add(("Signed: %,d lines with people's own keys, %,d with the unprotected key of a device (the name is not proven), %,d not at all "
            + "(lines of earlier versions, which the chain alone holds).").formatted(signed.byPeople(), signed.byDevices(), signed.none()));
        if (signed.merged() > 0) {
            lines.add("%,d of these lines came in with merges.".formatted(signed.merged()));
        }
        signed.keys().forEach(key -> lines.add("  " + key.shortFingerprint() + "…  " + (key.isPersonal() ? key.owner() : "device") + ", "
            + key.protection().words() + ", enrolled on line " + key.line() + key.revoked().map(end -> ", revoked on line " + end.line()
                + " by "
            + end.by() + ": " + end.reason()).orElse("")));
        lines.addAll(signed.remarks());
        return lines;
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
        Signatures signed = found.signatures();
        ObjectNode counts = document.putObject("signatures").put("byPeople", signed.byPeople()).put("byDevices", signed.byDevices())
            .put("none", signed.none()).put("merged", signed.merged());
        ArrayNode keys = counts.putArray("keys");
        for (EnrolledKey key : signed.keys()) {
            ObjectNode node = keys.addObject().put("fingerprint", key.fingerprint()).put("owner", key.owner()).put("protection",
                key.protection().name())
                .put("line", key.line()).put("publicKey", key.key().base64());
            key.revoked().ifPresent(end -> node.put("revokedOnLine", end.line()).put("revokedBy", end.by()).put("revokedBecause",
                end.reason()));
        }
        signed.remarks().forEach(counts.putArray("remarks")::add);
        return document;
    }
}
