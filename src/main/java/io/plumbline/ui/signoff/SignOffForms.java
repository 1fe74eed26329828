package io.plumbline.ui.signoff;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.signoff.AcceptanceDraft;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.GateAct;
import io.plumbline.signoff.RiskAcceptance;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.shell.Dialogs;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The questions that this screen asks before something is written to the journal. */
final class SignOffForms {

    private final Dialogs dialogs;
    private final ErrorSurface errors;
    private final SignOffViewModel model;

    SignOffForms(Dialogs dialogs, ErrorSurface errors, SignOffViewModel model) {
        this.dialogs = dialogs;
        this.errors = errors;
        this.model = model;
    }

    void attest(EvidenceKind kind, Policy policy) {
        LocalDate until = model.today().plusDays(policy.count("gate.evidence.days"));
        new SignOffForm(dialogs, "Attest: " + kind.title(), "You vouch for this by name; the entry goes into the journal and ends by itself.")
            .paragraph("note", "What was done and found")
            .line("minutes", "Minutes spent", "0")
            .line("tried", "Prompts or triggers tried", "0")
            .line("expires", "Counts until (YYYY-MM-DD)", until.toString())
            .show("Attest", texts -> guarded(() -> model.attest(kind, texts.get("note"), whole(texts.get("minutes")), whole(texts.get("tried")),
                day(texts.get("expires")))));
    }

    void request(GateView view) {
        new SignOffForm(dialogs, "Ask for a risk acceptance", "Someone else must approve it. It ends on its date, or when the measured change leaves "
            + "its interval. Latest day: " + view.latestExpiry() + ".")
            .line("scope", "Scope: what is accepted", view.dossier().comparison().candidate().displayName())
            .paragraph("reason", "Reason, " + view.policy().count("gate.acceptance.reason.minimum") + " to "
                + view.policy().count("gate.acceptance.reason.maximum") + " characters")
            .line("conditions", "Conditions, at least how it will be monitored", "")
            .line("owner", "Owner: who sees to the conditions", view.actor())
            .line("expires", "Ends on (YYYY-MM-DD)", view.latestExpiry().toString())
            .show("Ask for the acceptance", texts -> guarded(() -> model.request(new AcceptanceDraft(texts.get("scope"), texts.get("reason"),
                texts.get("conditions"), texts.get("owner"), day(texts.get("expires"))))));
    }

    void reject(RiskAcceptance acceptance) {
        new SignOffForm(dialogs, "Reject " + acceptance.id(), "").paragraph("reason", "Why; the report will quote it")
            .show("Reject", texts -> guarded(() -> model.reject(acceptance, texts.get("reason"))));
    }

    void decide(GateAct act, Policy policy) {
        new SignOffForm(dialogs, act.words(), "The decision is written to the journal with the policy, the inputs' hashes, every rule and the "
            + "residual gaps. It can't be taken back, only followed by another.")
            .paragraph("reason", "Reason, at least " + policy.count("gate.acceptance.reason.minimum") + " characters")
            .show(act.words(), texts -> model.decide(act, texts.get("reason")));
    }

    void takeSeat(String actor) {
        new SignOffForm(dialogs, "Another person takes the seat", "Now at work: " + actor + ". What follows is written under the new name.")
            .line("person", "Name", "").show("Take the seat", texts -> model.actAs(texts.get("person")));
    }

    private void guarded(Runnable act) {
        try {
            act.run();
        } catch (InputException spoilt) {
            errors.show(spoilt);
        }
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
