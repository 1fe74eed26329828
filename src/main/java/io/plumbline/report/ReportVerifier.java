package io.plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.InputException;
import io.plumbline.keys.Envelope;
import io.plumbline.keys.VerifyingKey;
import io.plumbline.store.EnrolledKey;
import io.plumbline.store.JournalVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks a report by itself: no workspace, no database, no network. Every byte of the file is covered, those of the signature's own
 * spelling
 * included. Whose key it is can only be told by someone who knows the key: pin it where that matters.
 */
public final class ReportVerifier {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportVerifier() {
    }

    /** @param pinned the key that must have signed; any where empty */
    public static ReportVerification verify(Path file, Optional<VerifyingKey> pinned) {
        try {
            return verify(Files.readAllBytes(file), pinned);
        } catch (IOException e) {
            throw new InputException("The report " + file + " can't be read. Check the path and its permissions.", e);
        }
    }

    static ReportVerification verify(byte[] file, Optional<VerifyingKey> pinned) {
        if (file.length > 0 && file[0] == '{') {
            Optional<Envelope> envelope = Envelope.read(file);
            if (envelope.isEmpty()) {
                return ReportVerification.broken("it is no DSSE envelope with one signature");
            }
            if (!Arrays.equals(file, (envelope.get().json() + "\n").getBytes(StandardCharsets.US_ASCII))) {
                return ReportVerification.broken("its bytes are not as they were written: the envelope around the signed statement was changed");
            }
            return check(envelope.get(), Optional.empty(), pinned);
        }
        return SealBlock.read(file).map(sealed -> check(sealed.envelope(), Optional.of(sealed.body()), pinned))
            .orElseGet(() -> ReportVerification.broken("it carries no seal, or its seal was changed"));
    }

    private static ReportVerification check(Envelope envelope, Optional<byte[]> body, Optional<VerifyingKey> pinned) {
        try {
            JsonNode statement = JSON.readTree(envelope.payload());
            JsonNode predicate = statement.path("predicate");
            VerifyingKey key = VerifyingKey.ofBase64(predicate.path("signer").path("publicKey").asText());
            if (!envelope.isSignedBy(key) || !envelope.payloadType().equals(Envelope.IN_TOTO) || !envelope.keyId()
                .equals(key.fingerprint())) {
                return ReportVerification.broken("its signature does not fit: what was signed was changed, or was signed with another key");
            }
            if (pinned.isPresent() && !pinned.get().equals(key)) {
                return ReportVerification.broken("it is signed with the key " + key.fingerprint()
                    + " and not with the one that was demanded, "
                    + pinned.get().fingerprint());
            }
            if (!statement.path("_type").asText().equals(ReportSigner.STATEMENT)
                || body.isPresent() != statement.path("predicateType").asText().equals(ReportSigner.SEAL)) {
                return ReportVerification.broken("what is signed is not a statement of this kind");
            }
            if (body.isPresent() && !Manifest.sha256(body.get()).equals(statement.path("subject").path(0).path("digest").path("sha256")
                .asText())) {
                return ReportVerification.broken("its content is not what was signed: it was changed after it was written");
            }
            Optional<EnrolledKey> enrolled = JournalVerifier.enrolment(predicate.path("signer").path("enrolment").asText());
            if (enrolled.isPresent() && !enrolled.get().key().equals(key)) {
                return ReportVerification.broken("the journal line it names for its key enrols another key");
            }
            return lines(statement, predicate, key, enrolled);
        } catch (IOException | IllegalArgumentException e) {
            return ReportVerification.broken("what is signed can't be read");
        }
    }

    /** The journal's lines in it are signed each by itself, so a report can't be signed over a line that nobody wrote. */
    private static ReportVerification lines(JsonNode statement, JsonNode predicate, VerifyingKey key, Optional<EnrolledKey> enrolled) {
        List<String> lines = texts(predicate.path("journal").path("lines"));
        Optional<String> wrong = JournalVerifier.checkLines(texts(predicate.path("journal").path("enrolments")), lines);
        List<Attested.Subject> subjects = new ArrayList<>();
        statement.path("subject").forEach(subject -> subjects.add(new Attested.Subject(subject.path("name").asText(),
            subject.path("digest").path("sha256").asText())));
        String head = predicate.path("journal").path("hash").asText(predicate.path("journalHash").asText());
        return new ReportVerification(wrong, predicate.path("signer").path("name").asText(), key.fingerprint(), enrolled,
            predicate.path("outcome").asText(), predicate.path("evidence").asText(), predicate.path("standing").asText(),
            predicate.path("candidate").path("model").asText(), day(predicate.path("validUntil").asText()), subjects, lines.size(), head);
    }

    /** @throws IllegalArgumentException where the text is no day */
    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
