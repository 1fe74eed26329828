package io.plumbline.ui.signoff;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.signoff.AcceptanceDraft;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.GateAct;
import io.plumbline.signoff.RiskAcceptance;
import io.plumbline.store.Workspace;
import io.plumbline.ui.shell.ActForm;
import io.plumbline.ui.shell.Dialogs;
import io.plumbline.ui.shell.SignatureFields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The questions that this screen asks before something is written to the journal. What is refused leaves the form open as it was filled in. */
final class SignOffForms {

    private final Workspace workspace;
    private final Dialogs dialogs;
    private final SignOffViewModel model;
    private final SignatureFields signature;

    SignOffForms(Workspace workspace, Dialogs dialogs, SignOffViewModel model) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.model = model;
        signature = new SignatureFields(workspace);
    }

    void attest(EvidenceKind kind, Policy policy) {
        LocalDate until = model.today().plusDays(policy.count("gate.evidence.days"));
        form("Attest: " + kind.title(), "You vouch for this by name; the entry goes into the journal and ends by itself.")
            .paragraph("note", "What was done and found")
            .line("minutes", "Minutes spent", "0")
            .line("tried", "Prompts or triggers tried", "0")
            .line("expires", "Counts until (YYYY-MM-DD)", until.toString())
            .show("Attest", (texts, answer) -> model.attest(kind, texts.get("note"), whole(texts.get("minutes")), whole(texts.get("tried")),
                day(texts.get("expires")), answer));
    }

    void request(GateView view) {
        form("Ask for a risk acceptance", "Someone else must approve it. It ends on its date, or when the measured change leaves "
            + "its interval, the deployment or the judge is another. Latest day: " + view.latestExpiry() + ".")
            .line("scope", "Scope: what is accepted", view.dossier().comparison().candidate().displayName())
            .paragraph("reason", "Reason, " + view.policy().count("gate.acceptance.reason.minimum") + " to "
                + view.policy().count("gate.acceptance.reason.maximum") + " characters")
            .line("conditions", "Conditions, at least how it will be monitored", "")
            .line("owner", "Owner: who sees to the conditions", view.actor())
            .line("expires", "Ends on (YYYY-MM-DD)", view.latestExpiry().toString())
            .show("Ask for the acceptance", (texts, answer) -> model.request(new AcceptanceDraft(texts.get("scope"), texts.get("reason"),
                texts.get("conditions"), texts.get("owner"), day(texts.get("expires"))), answer));
    }

    void approve(RiskAcceptance acceptance) {
        signature.addTo(form("Approve " + acceptance.id(), "You accept, by name, for " + acceptance.requester() + ": " + acceptance.scope()
                + ". Conditions: " + acceptance.conditions() + ". Until " + acceptance.expires() + "."))
            .show("Approve " + acceptance.id(), (texts, answer) -> model.approve(acceptance, () -> signature.sign(texts), answer));
    }

    void reject(RiskAcceptance acceptance) {
        signature.addTo(form("Reject " + acceptance.id(), "").paragraph("reason", "Why; the report will quote it"))
            .show("Reject " + acceptance.id(), (texts, answer) -> model.reject(acceptance, texts.get("reason"), () -> signature.sign(texts),
                answer));
    }

    void withdraw(RiskAcceptance acceptance) {
        form("Withdraw " + acceptance.id(), "The gate goes back to review where it rests on this acceptance.").paragraph("reason", "Why")
            .show("Withdraw " + acceptance.id(), (texts, answer) -> model.withdraw(acceptance, texts.get("reason"), answer));
    }

    void decide(GateAct act, Policy policy) {
        signature.addTo(form(act.words(), "The decision is written to the journal with the policy, the inputs' hashes, every rule and the "
                + "residual gaps. It can't be taken back, only followed by another.")
            .paragraph("reason", "Reason, at least " + policy.count("gate.acceptance.reason.minimum") + " characters"))
            .show(act.words(), (texts, answer) -> model.decide(act, texts.get("reason"), () -> signature.sign(texts), answer));
    }

    void takeSeat(String actor) {
        form("Another person takes the seat", "Now at work: " + actor
            + ", whose key is locked by this. What follows is written under the new name.")
            .line("person", "Name", "")
            .secret("passphrase", "Passphrase, if you have a key here; it can wait until something has to be signed")
            .show("Take the seat", (texts, answer) -> model.actAs(texts.get("person"), texts.get("passphrase"), answer));
    }

    /** Exports are signed too: a locked key is asked for first. */
    void signing(String title, Runnable then) {
        if (workspace.people().keyOf(workspace.actor()).isEmpty() || signature.isReady()) {
            then.run();
            return;
        }
        signature.addTo(form(title, "The report is signed with your key.")).show("Unlock and go on", (texts, answer) ->
            model.unlock(() -> signature.sign(texts), answer, then));
    }

    private ActForm form(String title, String explanation) {
        return new ActForm(dialogs, title, explanation);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new InputException("“" + text + "” is no day. Write it as 2026-08-28.", e);
        }
    }

    private static int whole(String text) {
        try {
            return text.isBlank() ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new InputException("“" + text + "” is no whole number.", e);
        }
    }
}
