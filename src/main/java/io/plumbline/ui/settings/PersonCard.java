package io.plumbline.ui.settings;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.InputException;
import io.plumbline.store.EnrolledKey;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.ActForm;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.SignatureFields;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Who is at work: the name that decisions carry, the key they are signed with, and everybody else's. Approvals need a second person, so taking
 * the seat is one step.
 */
final class PersonCard {

    private final Workspace workspace;
    private final Frame frame;
    private final HBox ownKey = new HBox(8);
    private final TableView<EnrolledKey> keys = Tables.dense("Nobody has signed anything in this workspace yet.");

    PersonCard(Workspace workspace, Frame frame) {
        this.workspace = workspace;
        this.frame = frame;
        ownKey.setAlignment(Pos.CENTER_LEFT);
        keys.setId("keys");
        keys.getColumns().add(Tables.text("Owner", 180, key -> key.isPersonal() ? key.owner() : "this or another device"));
        keys.getColumns().add(Tables.text("Kind", 220, key -> key.protection().words()));
        keys.getColumns().add(Tables.drawn("Fingerprint", 520, key -> Words.mono(key.fingerprint())));
        keys.getColumns().add(Tables.text("Since", 170, key -> Figures.moment(key.since())));
        keys.getColumns().add(Tables.text("State", 320, key -> key.revoked().map(end -> "revoked by " + end.by() + ": " + end.reason())
            .orElse("in force")));
        VBox.setVgrow(keys, Priority.ALWAYS);
    }

    Node node() {
        TextField name = new TextField(workspace.actor());
        name.setId("person");
        name.setPrefColumnCount(24);
        Button take = new Button("Take the seat");
        take.getStyleClass().add(Styles.ACCENT);
        take.disableProperty().bind(name.textProperty().map(text -> text.isBlank()));
        Runnable act = () -> run("Taking the seat", () -> workspace.actAs(name.getText().strip()));
        take.setOnAction(e -> act.run());
        name.setOnAction(e -> act.run());
        HBox row = new HBox(8, name, take);
        row.setAlignment(Pos.CENTER_LEFT);
        show();
        Card person = Card.titled("Person at work", "")
            .with(Words.wrapped(Words.meta("Every decision from now on carries this name in the journal. Use what "
            + "people call the role, such as “Reviewer A”. Who asks for an acceptance can't approve it: for that, another person takes the seat.")), row, ownKey);
        Card register = Card.titled("Keys", "compare fingerprints with their owners; what a key signed before it was revoked stays good")
            .flush().with(keys);
        VBox.setVgrow(register, Priority.ALWAYS);
        VBox both = new VBox(12, person, register);
        VBox.setVgrow(both, Priority.ALWAYS);
        return both;
    }

    private void show() {
        String actor = workspace.actor();
        Optional<EnrolledKey> key = workspace.people().keyOf(actor);
        ownKey.getChildren().clear();
        if (!workspace.people().canSign()) {
            return;
        }
        if (key.isEmpty()) {
            ownKey.getChildren().addAll(Words.body(actor + " has no key yet; what they decide is signed with this device's own."),
                button("make-key", "Make a key…", () -> make("Make a key for " + actor, false)));
        } else {
            boolean open = workspace.people().isUnlocked(actor);
            ownKey.getChildren().addAll(Words.body("Key " + key.get().shortFingerprint() + "…, " + (open ? "unlocked" : "locked")),
                open ? button("lock-key", "Lock", () -> run("Locking", workspace.people()::lock)) : button("unlock-key", "Unlock…",
                    this::unlock),
                button("change-passphrase", "Change passphrase…", this::change),
                button("lost-key", "It is lost…", () -> make("Replace the key of " + actor, true)));
        }
        keys.getItems().setAll(workspace.people().keys());
    }

    private void make(String title, boolean lost) {
        String actor = workspace.actor();
        new ActForm(frame.dialogs(), title, lost
            ? "The lost key is revoked in the journal; what it signed before stays good. Its passphrase can't be "
            + "recovered by anyone." : "The key is kept in this workspace's folder, encrypted with the passphrase. There is no way to recover a lost passphrase.")
            .secret("passphrase", "New passphrase, at least 8 characters").secret("again", "The same again")
            .show(lost ? "Make a new key and revoke the lost one" : "Make the key", (texts, answer) -> act(title, answer, () -> {
                same(texts);
                char[] passphrase = texts.get("passphrase").toCharArray();
                if (lost) {
                    workspace.people().replaceKey(actor, passphrase);
                } else {
                    workspace.people().createKey(actor, passphrase);
                }
            }));
    }

    private void unlock() {
        SignatureFields signature = new SignatureFields(workspace);
        signature.addTo(new ActForm(frame.dialogs(), "Unlock your key", "Until you lock it, leave the seat or close the program."))
            .show("Unlock", (texts, answer) -> act("Unlocking the key", answer, () -> signature.sign(texts)));
    }

    private void change() {
        new ActForm(frame.dialogs(), "Change the passphrase", "The key stays the same.").secret("now", "Passphrase now")
            .secret("passphrase", "New passphrase, at least 8 characters").secret("again", "The same again")
            .show("Change it", (texts, answer) -> act("Changing the passphrase", answer, () -> {
                same(texts);
                workspace.people().changePassphrase(workspace.actor(), texts.get("now").toCharArray(), texts.get("passphrase")
                    .toCharArray());
            }));
    }

    private static void same(Map<String, String> texts) {
        if (!texts.get("passphrase").equals(texts.get("again"))) {
            throw new InputException("The two passphrases differ. Type the same one twice; nothing was changed.");
        }
    }

    private void act(String title, ActForm.Answer answer, Runnable work) {
        frame.tasks().start("settings.key", title, progress -> {
            work.run();
            return title;
        }, done -> {
            answer.done();
            show();
        }, failure -> {
            answer.refused(failure instanceof InputException ? failure.getMessage() : "Something went wrong; nothing was changed.");
            if (!(failure instanceof InputException)) {
                frame.errors().show(failure);
            }
        });
    }

    private void run(String title, Runnable work) {
        frame.tasks().start("settings.key", title, progress -> {
            work.run();
            return title;
        }, done -> show(), frame.errors()::show);
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }
}
