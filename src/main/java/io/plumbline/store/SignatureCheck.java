package io.plumbline.store;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.keys.VerifyingKey;
import io.plumbline.store.JournalVerification.BrokenLine;
import io.plumbline.store.JournalVerification.Damage;
import io.plumbline.store.JournalVerification.Signatures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks who signed each line, in order: the key must be known from an earlier line (or from this one, where it enrols itself), must not be
 * revoked, must belong to the name on the line, and must be strong enough for what the line decides. Time never runs backwards. A branch that
 * was merged in is checked like a journal of its own, from the line where it left this one.
 */
final class SignatureCheck {

    private final Proof proof;
    private final KeyRegister keys;
    private final JournalChain chain;
    private final List<String> remarks = new ArrayList<>();
    private long byPeople;
    private long byDevices;
    private long none;
    private long merged;
    private boolean signedBefore;
    private Instant before;

    /** Checks each signature as it comes. */
    SignatureCheck() {
        this((key, line) -> key.verifies(line.message(), line.signature()));
    }

    SignatureCheck(Proof proof) {
        this(proof, new KeyRegister(), new JournalChain(), Instant.MIN, false);
    }

    private SignatureCheck(Proof proof, KeyRegister keys, JournalChain chain, Instant before, boolean signedBefore) {
        this.proof = proof;
        this.keys = keys;
        this.chain = chain;
        this.before = before;
        this.signedBefore = signedBefore;
    }

    Signatures found() {
        return new Signatures(byPeople, byDevices, none, merged, keys.all(), remarks);
    }

    /** What is wrong with the next line, if anything. */
    Optional<BrokenLine> check(SignedLine line) {
        Optional<BrokenLine> wrong = time(line).or(() -> signature(line)).or(() -> branch(line));
        chain.add(line.entry(), before);
        return wrong;
    }

    private Optional<BrokenLine> time(SignedLine line) {
        JournalEntry entry = line.entry();
        if (entry.time().isBefore(before)) {
            if (line.isSigned()) {
                return broken(entry, Damage.TIME, "its time, " + entry.time() + ", is before that of the line before, " + before
                    + ": the clock was set back, or the line is not where it was written");
            }
            remarks.add("Line " + entry.sequence() + ": the clock had been set back; its time, " + entry.time()
                + ", is before that of the line before.");
        }
        line.clock().ifPresent(clock -> remarks.add("Line " + entry.sequence() + ": the clock said " + clock
            + ", before the line before, so the line carries that one's time."));
        before = entry.time().isBefore(before) ? before : entry.time();
        return Optional.empty();
    }

    private Optional<BrokenLine> signature(SignedLine line) {
        JournalEntry entry = line.entry();
        if (!line.isSigned()) {
            none++;
            return signedBefore ? broken(entry, Damage.SIGNATURE, "it carries no signature, though lines before it do") : Optional.empty();
        }
        signedBefore = true;
        Optional<EnrolledKey> earlier = keys.find(entry.key());
        keys.read(line);
        Optional<EnrolledKey> known = keys.find(entry.key());
        if (known.isEmpty()) {
            return broken(entry, Damage.SIGNATURE, "it is signed with the key " + shown(entry.key()) + ", which nobody enrolled");
        }
        EnrolledKey key = known.get();
        if (earlier.isPresent() && !earlier.get().isActive()) {
            return broken(entry, Damage.SIGNATURE, "it is signed with the key of " + key.owner() + " that was revoked on line "
                + earlier.get().revoked().orElseThrow().line());
        }
        if (!proof.fits(key.key(), line)) {
            return broken(entry, Damage.SIGNATURE, "its signature does not fit its content: it was not written with the key of "
                + key.owner());
        }
        if (key.isPersonal() && !KeyRegister.samePerson(key.owner(), entry.actor())) {
            return broken(entry, Damage.SIGNATURE, "it carries the name " + entry.actor() + " but is signed with the key of "
                + key.owner());
        }
        if (WeightyKinds.include(entry.kind()) && !key.isPersonal()) {
            return broken(entry, Damage.SIGNATURE, "a decision of this kind (" + entry.kind()
                + ") has to be signed with a person's own key, and this "
                + "one has only that of a device");
        }
        if (key.isPersonal()) {
            byPeople++;
        } else {
            byDevices++;
        }
        return Optional.empty();
    }

    private Optional<BrokenLine> branch(SignedLine line) {
        if (!line.entry().kind().equals(DecisionKinds.JOURNAL_MERGED)) {
            return Optional.empty();
        }
        Optional<MergedBranch> branch = MergedBranch.in(line.entry());
        if (branch.isEmpty()) {
            return broken(line.entry(), Damage.CHANGED, "it merges another journal but does not say where that one left this one");
        }
        Optional<JournalChain.Point> start = chain.at(branch.get().commonSequence(), branch.get().commonHash());
        if (start.isEmpty()) {
            return broken(line.entry(), Damage.CHANGED, "the journal that it merges did not leave this one at line " + branch.get()
                .commonSequence());
        }
        SignatureCheck inner = new SignatureCheck(proof, keys.asOf(branch.get().commonSequence()), chain.upTo(branch.get().commonSequence()),
            start.get().time(), start.get().signed());
        JournalVerification found = JournalVerifier.chain(branch.get().lines(), branch.get().commonSequence(), branch.get().commonHash(),
            inner::check);
        if (found.firstBroken().isPresent()) {
            BrokenLine wrong = found.firstBroken().get();
            return broken(line.entry(), wrong.kind(), "line " + wrong.line() + " of the journal merged into it does not hold: "
                + wrong.reason());
        }
        keys.join(inner.keys, line.entry().sequence());
        byPeople += inner.byPeople;
        byDevices += inner.byDevices;
        none += inner.none;
        merged += branch.get().lines().size() + inner.merged;
        inner.remarks.forEach(remark -> remarks.add("Merged on line " + line.entry().sequence() + ": " + remark));
        return Optional.empty();
    }

    private static Optional<BrokenLine> broken(JournalEntry entry, Damage kind, String reason) {
        return Optional.of(new BrokenLine(entry.sequence(), kind, reason));
    }

    private static String shown(String fingerprint) {
        return fingerprint.length() > 16 ? fingerprint.substring(0, 16) + "…" : fingerprint;
    }

    /** How a signature is checked. */
    @FunctionalInterface
    interface Proof {
        boolean fits(VerifyingKey key, SignedLine line);
    }
}
