package io.plumbline.signoff;

import io.plumbline.store.EnrolledKey;
import io.plumbline.store.Workspace;

/** Whether two names are the same person's: a capital letter or a blank must not make a second person. */
final class SamePerson {

    private SamePerson() {
    }

    static boolean is(String one, String other) {
        return plain(one).equalsIgnoreCase(plain(other));
    }

    /** Whether the person at work is the one who did something, by name or by key: another name with the same key is the same person. */
    static boolean atWork(String name, String key, Workspace workspace) {
        boolean sameKey = !key.isEmpty() && workspace.people().keys().stream().filter(EnrolledKey::isPersonal)
            .filter(known -> known.fingerprint().equals(key)).anyMatch(known -> is(known.owner(), workspace.actor()));
        return is(name, workspace.actor()) || sameKey;
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
