package io.plumbline.ui.shell;

import io.plumbline.domain.InputException;
import io.plumbline.store.EnrolledKey;
import io.plumbline.store.People;
import io.plumbline.store.Workspace;
import java.util.Map;
import java.util.Optional;

/**
 * What a form asks for so that the person at work can sign: nothing where their key is unlocked, its passphrase where it is locked, and a name
 * with a new passphrase where they have none yet.
 */
public final class SignatureFields {

    private static final String SIGNER = "signer";
    private static final String PASSPHRASE = "passphrase";
    private static final String AGAIN = "again";

    private final Workspace workspace;

    public SignatureFields(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Whether a signature can be given without asking for anything. */
    public boolean isReady() {
        return !workspace.people().canSign() || workspace.people().isUnlocked(workspace.actor());
    }

    /** Adds the fields that are needed now. */
    public ActForm addTo(ActForm form) {
        People people = workspace.people();
        String person = workspace.actor();
        if (!people.canSign()) {
            return form;
        }
        Optional<EnrolledKey> key = people.keyOf(person);
        if (people.isUnlocked(person)) {
            return form.remark("Signed with the key of " + person + ", " + key.orElseThrow().shortFingerprint() + "…");
        }
        if (key.isPresent()) {
            return form.secret(PASSPHRASE, "Passphrase of " + person + ", to sign with the key " + key.get().shortFingerprint() + "…");
        }
        return form.remark("Your signature needs a key of your own. Name and passphrase make one; the passphrase is asked for once a session.")
            .line(SIGNER, "Your name, as decisions carry it", person)
            .secret(PASSPHRASE, "New passphrase, at least 8 characters").secret(AGAIN, "The same again");
    }

    /** Unlocks or makes the key that the fields ask for; slow, so not on the FX thread. */
    public void sign(Map<String, String> texts) {
        People people = workspace.people();
        if (!people.canSign()) {
            return;
        }
        String name = texts.getOrDefault(SIGNER, workspace.actor()).strip();
        if (!name.equals(workspace.actor())) {
            workspace.actAs(name);
        }
        if (people.isUnlocked(name)) {
            return;
        }
        char[] passphrase = texts.getOrDefault(PASSPHRASE, "").toCharArray();
        if (people.keyOf(name).isPresent()) {
            people.unlock(name, passphrase);
        } else if (texts.containsKey(AGAIN) && !texts.get(AGAIN).equals(texts.get(PASSPHRASE))) {
            throw new InputException("The two passphrases differ. Type the same one twice; nothing was written.");
        } else {
            people.createKey(name, passphrase);
        }
    }
}
