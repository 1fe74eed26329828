package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.InputException;
import io.plumbline.keys.VerifyingKey;
import io.plumbline.report.Attested;
import io.plumbline.report.ReportVerification;
import io.plumbline.report.ReportVerifier;
import io.plumbline.store.EnrolledKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What can be demanded of a report file beyond its being whole. Include with {@code @Mixin}. */
final class VerifyReport {

    @Option(names = "--key", paramLabel = "FILE", description = "Public key in PEM (see `keys export`) that must have signed the report.")
    private Path key;

    @Option(names = "--require", paramLabel = "OUTCOME",
        description = "With a JSON report: the gate must be approved with at least this outcome, standard or enhanced.")
    private RequiredOutcome require;

    @Option(names = "--subject", paramLabel = "FILE", description = "With a JSON report: this file must be one that the report is about.")
    private Path subject;

    @Option(names = "--model", paramLabel = "NAME",
        description = "With a JSON report: the candidate must be this one, as the report names it.")
    private String model;

    boolean isDemanding() {
        return key != null || require != null || subject != null || model != null;
    }

    /** @return the exit code */
    int check(Path file, JsonOutput json, PrintWriter out) {
        ReportVerification found = ReportVerifier.verify(file, pinned());
        Optional<String> wrong = found.wrong().or(() -> outcome(found)).or(() -> model(found)).or(() -> subject(found));
        if (json.wanted()) {
            json.print(out, document(json, found, wrong));
        } else {
            wrong.ifPresentOrElse(why -> out.println(file.getFileName() + " does not hold: " + why + "."), () -> print(out, file, found));
            out.flush();
        }
        return wrong.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private Optional<String> outcome(ReportVerification found) {
        if (require == null) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (found.validUntil().filter(today::isAfter).isPresent()) {
            return Optional.of("what it rests on held until " + found.validUntil().orElseThrow() + ", and today is " + today
                + "; evaluate or accept anew, and write the report again");
        }
        boolean approved = found.standing().equals("APPROVED");
        boolean known = Arrays.stream(GateOutcome.values()).anyMatch(outcome -> outcome.name().equals(found.outcome()));
        if (!known) {
            return Optional.of("it states no outcome of a gate; the JSON report does");
        }
        if (!approved || found.evidence().equals(EvidenceStrength.NOT_ENOUGH_EVIDENCE.name())
            || !require.isMetBy(GateOutcome.valueOf(found.outcome()), EvidenceStrength.valueOf(found.evidence()))) {
            return Optional.of("it says " + found.outcome() + ", " + found.evidence() + ", standing " + found.standing() + ", and "
                + require
                + " with an approval was demanded");
        }
        return Optional.empty();
    }

    private Optional<String> model(ReportVerification found) {
        return model == null || model.strip().equals(found.candidate()) ? Optional.empty()
            : Optional.of("it is about " + (found.candidate().isEmpty() ? "no candidate" : "“" + found.candidate() + "”")
            + ", and “" + model
                + "” was demanded");
    }

    private Optional<String> subject(ReportVerification found) {
        if (subject == null) {
            return Optional.empty();
        }
        String digest = sha256(subject);
        return found.subjects().stream().map(Attested.Subject::sha256).anyMatch(digest::equals) ? Optional.empty()
            : Optional.of("it is not about " + subject.getFileName() + " (SHA-256 " + digest + ")");
    }

    private Optional<VerifyingKey> pinned() {
        try {
            return key == null ? Optional.empty() : Optional.of(VerifyingKey.ofPem(Files.readString(key)));
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("The key file " + key
                + " holds no Ed25519 public key in PEM. Write one with: plumbline keys export NAME", e);
        }
    }

    private static void print(PrintWriter out, Path file, ReportVerification found) {
        out.println(file.getFileName() + " holds: signed by " + found.signer() + " with the key " + found.key() + ".");
        out.println(found.enrolled().map(VerifyReport::enrolment)
            .orElse("That key is in no journal line it carries: compare the fingerprint."));
        if (!found.outcome().isEmpty()) {
            out.println("Outcome " + found.outcome() + ", " + found.evidence() + ", standing " + found.standing() + "; " + found.journal()
                + " journal lines in it checked.");
        }
        found.subjects().stream().filter(about -> !found.outcome().isEmpty())
            .forEach(about -> out.println("About " + about.name() + "  SHA-256 " + about.sha256()));
        out.println("The journal it was made from ended with hash " + found.journalHead() + ".");
    }

    private static String enrolment(EnrolledKey key) {
        return key.isPersonal() ? "The journal enrolled that key for " + key.owner() + " on " + key.since() + "."
            : "That is the unprotected key of a device, known since " + key.since() + "; the name is not proven.";
    }

    private static ObjectNode document(JsonOutput json, ReportVerification found, Optional<String> wrong) {
        ObjectNode document = json.object().put("holds", wrong.isEmpty()).put("reason", wrong.orElse("")).put("signer", found.signer())
            .put("key", found.key()).put("personal", found.enrolled().filter(EnrolledKey::isPersonal).isPresent()).put("outcome",
                found.outcome())
            .put("evidence", found.evidence()).put("standing", found.standing()).put("candidate", found.candidate()).put("validUntil",
                found.validUntil().map(LocalDate::toString).orElse("")).put("journalHead", found.journalHead());
        ArrayNode subjects = document.putArray("subjects");
        found.subjects().forEach(about -> subjects.addObject().put("name", about.name()).put("sha256", about.sha256()));
        return document;
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new InputException(file + " can't be read. Check the path and its permissions.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
