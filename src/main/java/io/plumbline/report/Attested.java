package io.plumbline.report;

import java.util.List;
import java.util.Map;

/**
 * What a report says to programs: which files it is about, its finding as data, and the journal's lines that carry it, byte for byte, so that
 * their signatures can be checked far from the workspace.
 *
 * @param predicateType what kind of statement the data are (in-toto)
 * @param subjects      what the statement is about
 * @param facts         the finding: texts, numbers, booleans, lists and maps
 * @param journal       lines of the decision journal
 * @param enrolments    the journal's lines that bring the keys with which the others are signed
 */
public record Attested(String predicateType, List<Subject> subjects, Map<String, Object> facts, List<String> journal, List<String> enrolments) {

    /** A statement on a gate. */
    public static final String GATE = "https://plumbline.io/attestation/gate/v1";
    /** A statement that says no more than what stands in the document. */
    public static final String DOCUMENT = "https://plumbline.io/attestation/report/v1";

    public Attested {
        subjects = List.copyOf(subjects);
        facts = Map.copyOf(facts);
        journal = List.copyOf(journal);
        enrolments = List.copyOf(enrolments);
    }

    static Attested document() {
        return new Attested(DOCUMENT, List.of(), Map.of(), List.of(), List.of());
    }

    /** A file, by name and SHA-256. */
    public record Subject(String name, String sha256) {
    }
}
