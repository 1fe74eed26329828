package io.plumbline.ui.settings;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.InputException;
import io.plumbline.domain.PolicyValue;
import io.plumbline.signoff.PolicyDesk;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.ActForm;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.SignatureFields;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The line above the policy: who accepted what is in force, what is proposed instead, and the two acts: to propose and to accept. */
final class PolicyProposal {

    private final Workspace workspace;
    private final Frame frame;
    private final Supplier<Optional<PolicyValue>> chosen;
    private final Runnable changed;
    private final Label words = Words.wrapped(Words.body(""));
    private final Button accept = new Button("Look at it and accept…");
    private final HBox root;

    /**
     * @param chosen  the value that is selected in the table
     * @param changed told after another policy came into force
     */
    PolicyProposal(Workspace workspace, Frame frame, Supplier<Optional<PolicyValue>> chosen, Runnable changed) {
        this.workspace = workspace;
        this.frame = frame;
        this.chosen = chosen;
        this.changed = changed;
        Button propose = new Button("Propose another value…");
        propose.setId("propose-policy");
        propose.setOnAction(e -> propose());
        accept.setId("accept-policy");
        accept.getStyleClass().add(Styles.ACCENT);
        accept.setOnAction(e -> accept());
        root = new HBox(10, words, propose, accept);
        root.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        propose.setMinWidth(HBox.USE_PREF_SIZE);
        accept.setMinWidth(HBox.USE_PREF_SIZE);
        words.setId("policy-standing");
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        PolicyDesk desk = new PolicyDesk(workspace);
        String standing = desk.acceptance().map(entry -> "In force since " + entry.actor() + " accepted it on journal line "
            + entry.sequence() + ".")
            .orElse("In force: the program's defaults; nobody has accepted another policy.");
        try {
            Optional<PolicyDesk.Proposal> proposal = desk.proposal();
            words.setText(standing + proposal.map(found -> " policy.json proposes version " + found.policy().version() + " with "
                + found.changes().size()
                + (found.changes().size() == 1 ? " other value." : " other values.")).orElse(" Nothing else is proposed."));
            accept.setDisable(proposal.isEmpty());
        } catch (InputException spoilt) {
            words.setText(standing + " What is proposed can't be used: " + spoilt.getMessage());
            accept.setDisable(true);
        }
    }

    private void propose() {
        Optional<PolicyValue> value = chosen.get();
        if (value.isEmpty()) {
            frame.errors().show(new InputException("Choose a value in the table first; the proposal is about that one."));
            return;
        }
        PolicyValue standing = value.get();
        new ActForm(frame.dialogs(), "Propose another value", standing.key() + ": " + standing.meaning() + " Now " + standing.value()
            .toPlainString() + " "
            + standing.unit() + ". A proposal changes no verdict before somebody accepts it.")
            .line("value", "Value, as a decimal", standing.value().toPlainString()).line("source", "Where it comes from", "")
            .show("Propose it", (texts, answer) -> act("Writing the proposal", answer,
                () -> new PolicyDesk(workspace).propose(standing.key(), texts.get("value"), texts.get("source"))));
    }

    private void accept() {
        PolicyDesk desk = new PolicyDesk(workspace);
        desk.proposal().ifPresent(proposal -> {
            ActForm form = new ActForm(frame.dialogs(), "Accept version " + proposal.policy().version(),
                "From now on every verdict rests on it. Decisions "
                + "taken under the policy before become stale where a number they used is another.");
            proposal.changes().forEach(change -> form.remark(change.sentence()));
            SignatureFields signature = new SignatureFields(workspace);
            signature.addTo(form.paragraph("reason", "Why")).show("Accept the policy", (texts, answer) -> act("Accepting the policy",
                answer, () -> {
                signature.sign(texts);
                desk.accept(proposal, texts.get("reason"));
            }));
        });
    }

    private void act(String title, ActForm.Answer answer, Runnable work) {
        frame.tasks().start("settings.policy", title, progress -> {
            work.run();
            return title;
        }, done -> {
            answer.done();
            show();
            changed.run();
        }, failure -> {
            answer.refused(failure instanceof InputException ? failure.getMessage() : "Something went wrong; nothing was changed.");
            if (!(failure instanceof InputException)) {
                frame.errors().show(failure);
            }
        });
    }
}
