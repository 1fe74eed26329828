package io.plumbline.ui.triage;

import io.plumbline.triage.LabelChoice;

/** What can be done on the triage screen, by button and by key. */
interface TriageActions {

    void choose(LabelChoice choice);

    void commit();

    void unsure();

    void skip();

    void escalate();

    void back();

    void undo();

    /** Opens the shielded text while the key is held. */
    void open();

    void shut();

    /** Shows only the words of the next flag or signal. */
    void nextEvidence();

    /** Shows all evidence again; whether it was not so already. */
    boolean allEvidence();

    void note();

    void search();

    void keys();

    /** Leaves a text field. */
    void leaveField();
}
