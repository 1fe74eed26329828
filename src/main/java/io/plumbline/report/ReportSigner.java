package io.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.keys.Envelope;
import io.plumbline.keys.KeyProtection;
import io.plumbline.keys.Signer;
import io.plumbline.store.EnrolledKey;
import io.plumbline.store.People;
import io.plumbline.store.Workspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Signs reports for the person at work. As JSON a report is an in-toto Statement v1 in a DSSE envelope; HTML, PDF and Markdown carry such an
 * envelope at their end, whose statement is about all bytes before it. What is signed with the device's key says so.
 */
final class ReportSigner {

    static final String STATEMENT = "https://in-toto.io/Statement/v1";
    static final String SEAL = "https://plumbline.io/attestation/report-seal/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workspace workspace;

    ReportSigner(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A printed report with its seal at the end. */
    byte[] seal(byte[] body, ReportFormat format, Report report) {
        ObjectNode statement = statement(SEAL);
        subject(statement.withArray("subject"), "bytes before the seal", Manifest.sha256(body));
        ObjectNode predicate = statement.putObject("predicate");
        predicate.put("kind", report.kind()).put("reference", report.reference()).put("made", report.made()).put("format", format.name())
            .put("bytes", body.length).put("journalLine", report.manifest().journalSequence()).put("journalHash", report.manifest()
                .journalHash());
        Envelope envelope = sign(statement, predicate);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(body);
        sealed.writeBytes(SealBlock.of(format, body, envelope));
        return sealed.toByteArray();
    }

    /** The report as a statement for programs. */
    byte[] statement(Report report) {
        Attested attested = report.attested();
        ObjectNode statement = statement(attested.predicateType());
        ArrayNode subjects = statement.withArray("subject");
        attested.subjects().forEach(subject -> subject(subjects, subject.name(), subject.sha256()));
        if (subjects.isEmpty()) {
            subject(subjects, "manifest of " + report.reference(), report.manifest().sha256());
        }
        ObjectNode predicate = statement.putObject("predicate");
        attested.facts().keySet().stream().sorted().forEach(fact -> predicate.set(fact, JSON.valueToTree(attested.facts().get(fact))));
        predicate.set("report", ReportTree.of(report));
        ObjectNode journal = predicate.putObject("journal").put("line", report.manifest().journalSequence()).put("hash", report.manifest()
            .journalHash());
        attested.journal().forEach(journal.putArray("lines")::add);
        attested.enrolments().forEach(journal.putArray("enrolments")::add);
        return (sign(statement, predicate).json() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private Envelope sign(ObjectNode statement, ObjectNode predicate) {
        People people = workspace.people();
        Signer signer = people.signer();
        String fingerprint = signer.publicKey().fingerprint();
        Optional<EnrolledKey> known = people.keys().stream().filter(key -> key.fingerprint().equals(fingerprint)).findFirst();
        List<String> enrolment = people.enrolment(fingerprint);
        predicate.putObject("signer").put("name", workspace.actor()).put("publicKey", signer.publicKey().base64())
            .put("protection", known.map(EnrolledKey::protection).orElse(KeyProtection.NONE).name())
            .put("enrolment", enrolment.isEmpty() ? "" : enrolment.get(0));
        try {
            return Envelope.sign(Envelope.IN_TOTO, JSON.writeValueAsBytes(statement), signer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is JSON", e);
        }
    }

    private static ObjectNode statement(String predicateType) {
        ObjectNode statement = JSON.createObjectNode().put("_type", STATEMENT);
        statement.putArray("subject");
        return statement.put("predicateType", predicateType);
    }

    private static void subject(ArrayNode subjects, String name, String sha256) {
        subjects.addObject().put("name", name).putObject("digest").put("sha256", sha256);
    }
}
