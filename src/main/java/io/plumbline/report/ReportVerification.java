package io.plumbline.report;

import io.plumbline.store.EnrolledKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What checking a report file found.
 *
 * @param wrong     why the report does not hold; empty where it does
 * @param signer    the name it was signed under
 * @param key       fingerprint of the key
 * @param enrolled  the key as the journal knows it, where the report carries its enrolment
 * @param outcome   the gate's outcome, where it is a statement on a gate
 * @param evidence  how firm that is
 * @param standing  where the gate stood
 * @param candidate the model it is about, where it is a statement on a gate
 * @param validUntil last day on which what it rests on holds; empty where it does not say
 * @param subjects  what it is about
 * @param journal   how many journal lines in it were checked
 * @param journalHead hash of the journal's last line when it was made
 */
public record ReportVerification(Optional<String> wrong, String signer, String key, Optional<EnrolledKey> enrolled, String outcome,
                                 String evidence, String standing, String candidate, Optional<LocalDate> validUntil,
                                 List<Attested.Subject> subjects, int journal, String journalHead) {

    public ReportVerification {
        subjects = List.copyOf(subjects);
    }

    public boolean holds() {
        return wrong.isEmpty();
    }

    static ReportVerification broken(String why) {
        return new ReportVerification(Optional.of(why), "", "", Optional.empty(), "", "", "", "", Optional.empty(), List.of(), 0, "");
    }
}
