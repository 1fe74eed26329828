package io.plumbline.ui.signoff;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.SafetyState;
import io.plumbline.signoff.AcceptanceState;
import io.plumbline.signoff.EvidenceItem;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.GateAct;
import io.plumbline.signoff.RiskAcceptance;
import io.plumbline.ui.common.DisabledAction;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The right side: what this outcome asks of people, and the two acts. What may not be done says why. */
final class DemandsPanel {

    /** Controls that meet a demand, in the order of the demands. */
    private static final List<String> STOPS = List.of("review-flips", "record-factors", "ask-acceptance", "approve-acceptance", "take-seat",
        "read-gaps", "approve");

    private final SignOffViewModel model;
    /** Those of {@link #STOPS} that stay although their demand is met. */
    private final Set<String> met = new HashSet<>();
    private final SignOffForms forms;
    private final Runnable openFlips;
    private final RiskFactorForm risk;
    /** Stays in the scene when everything else is drawn again, so that a person who types there is not interrupted. */
    private final VBox riskDemand;
    private final Label done = Words.meta("");
    private final VBox demands = new VBox(12);
    private final VBox acts = new VBox(8);
    private final VBox root;

    DemandsPanel(SignOffViewModel model, SignOffForms forms, Runnable openFlips) {
        this.model = model;
        this.forms = forms;
        this.openFlips = openFlips;
        risk = new RiskFactorForm(model::weigh);
        riskDemand = new VBox(6, new HBox(), risk.node());
        HBox head = new HBox(8, Words.cardTitle("What this outcome demands"), gap(), done);
        head.setAlignment(Pos.CENTER_LEFT);
        demands.setPadding(new Insets(0, 12, 0, 0));
        ScrollPane scroll = new ScrollPane(demands);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        acts.getStyleClass().add("pl-acts");
        root = new VBox(10, head, scroll, acts);
        root.getStyleClass().add("pl-card");
        root.setMinWidth(340);
        root.setPrefWidth(388);
    }

    Node node() {
        return root;
    }

    /** Puts the focus on the next control that meets an open demand, after the last on the first again. */
    void focusNextOpen() {
        List<Node> stops = root.lookupAll("*").stream().filter(node -> node.getId() != null && STOPS.contains(node.getId())
            && !met.contains(node.getId())).toList();
        if (!stops.isEmpty()) {
            stops.get((stops.indexOf(root.getScene().getFocusOwner()) + 1) % stops.size()).requestFocus();
        }
    }

    void show(GateView view) {
        risk.show(view.dossier().subject(), view.dossier().risk(), view.dossier().forecast(),
            view.dossier().profile().consequences(view.policy()));
        EvidenceItem flips = view.dossier().evidence().stream().filter(item -> item.kind() == EvidenceKind.FLIPS_REVIEWED).findFirst()
            .orElseThrow();
        boolean accepted = view.dossier().latestAcceptance().filter(a -> a.state().holds() && a.outcome() == view.outcome()).isPresent();
        boolean acceptanceAsked = view.outcome() == GateOutcome.ENHANCED || view.outcome() == GateOutcome.HUMAN_REVIEW;
        riskDemand.getChildren().set(0, heading(2, "Weigh the five risk factors", state(view.dossier().risk().isComplete()),
            view.dossier().risk().isComplete() ? "all answered" : view.dossier().risk().levels().size() + " of 5"));
        demands.getChildren().setAll(
            demand(1, "Review the flipped answers", state(flips.holds()), flips.detail(), progress(view), reviewLink(flips)),
            riskDemand,
            demand(3, "Risk acceptance", acceptanceAsked ? state(accepted) : SafetyState.OK,
                view.dossier().latestAcceptance().map(a -> a.state().word() + " " + a.id()).orElse(acceptanceAsked ? "none"
                    : "not asked for"),
                acceptance(view, acceptanceAsked)),
            demand(4, "Second person", acceptanceAsked ? state(accepted) : SafetyState.OK, "now " + view.actor(), secondPerson(view)),
            demand(5, "Residual gaps read", state(view.gapsRead()), view.gapsRead() ? "by " + view.actor() : "not by " + view.actor(),
                gaps(view)));
        met.clear();
        if (flips.holds()) {
            met.add("review-flips");
        }
        if (view.dossier().risk().isComplete()) {
            met.add("record-factors");
        }
        long held = List.of(flips.holds(), view.dossier().risk().isComplete(), !acceptanceAsked || accepted, !acceptanceAsked || accepted,
            view.gapsRead()).stream().filter(is -> is).count();
        done.setText(held + " of 5 done");
        acts.getChildren().setAll(approval(view), block(view));
    }

    private Node approval(GateView view) {
        if (!view.against().isEmpty()) {
            String reasons = String.join(" ", view.against().stream().limit(3).toList())
                + (view.against().size() > 3 ? " And " + (view.against().size() - 3) + " more." : "");
            DisabledAction off = new DisabledAction(view.approval().words(), "Approval is off: " + reasons);
            off.setId("approve-off");
            return off;
        }
        Button approve = new Button(view.approval().words());
        approve.setId("approve");
        approve.getStyleClass().add(Styles.ACCENT);
        approve.setMaxWidth(Double.MAX_VALUE);
        approve.setOnAction(e -> forms.decide(view.approval(), view.policy()));
        return approve;
    }

    private Node block(GateView view) {
        Button block = new Button(GateAct.BLOCK.words(), Icons.sized("fth-slash", 14));
        block.setId("block");
        block.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        block.setMaxWidth(Double.MAX_VALUE);
        block.setOnAction(e -> forms.decide(GateAct.BLOCK, view.policy()));
        return block;
    }

    private Node progress(GateView view) {
        EvidenceItem flips = view.dossier().evidence().stream().filter(item -> item.kind() == EvidenceKind.FLIPS_REVIEWED).findFirst()
            .orElseThrow();
        String[] parts = flips.detail().split(" of ");
        double all = Double.parseDouble(parts[1]);
        ProgressBar bar = new ProgressBar(all == 0 ? 1 : Double.parseDouble(parts[0]) / all);
        bar.getStyleClass().add(Styles.SMALL);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(flips.detail() + " flipped answers reviewed");
        return bar;
    }

    private Node reviewLink(EvidenceItem flips) {
        Hyperlink link = new Hyperlink(flips.holds() ? "Look at them again" : "Read them side by side");
        link.setId("review-flips");
        link.setOnAction(e -> openFlips.run());
        return link;
    }

    private Node acceptance(GateView view, boolean asked) {
        if (!asked) {
            return Words.wrapped(Words.meta(view.outcome() == GateOutcome.BLOCK
                ? "A block can't be accepted; only new evidence changes it." : "Standard monitoring needs none."));
        }
        VBox box = new VBox(6);
        Optional<RiskAcceptance> latest = view.dossier().latestAcceptance();
        latest.ifPresent(a -> {
            VBox card = new VBox(1, line("Scope", a.scope()), line("Reason", a.reason()), line("Conditions", a.conditions()),
                line("Owner", a.owner().isEmpty() ? "not named" : a.owner()),
                line("Ends", Figures.day(a.expires()) + ", or when the change leaves "
                    + io.plumbline.evaluation.Words.interval(a.interval())),
                line("Asked by", a.requester() + (a.decidedBy().isEmpty() ? "" : ", " + (a.state() == AcceptanceState.REJECTED
                    || a.state() == AcceptanceState.WITHDRAWN ? a.state().word() : "approved") + " by " + a.decidedBy())));
            if (!a.stateReason().isEmpty()) {
                card.getChildren().add(line("Why " + a.state().word(), a.stateReason()));
            }
            card.getStyleClass().add("pl-acceptance");
            box.getChildren().add(card);
            boolean own = a.requester().equalsIgnoreCase(view.actor());
            if (a.state().holds() || a.state().isOpen() && own) {
                Hyperlink withdraw = new Hyperlink("Withdraw it…");
                withdraw.setId("withdraw-acceptance");
                withdraw.setOnAction(e -> forms.withdraw(a));
                box.getChildren().add(withdraw);
            }
        });
        if (latest.isEmpty() || latest.get().outcome() != view.outcome() || !latest.get().state().isOpen() && !latest.get().state()
            .holds()) {
            Button ask = new Button("Ask for an acceptance…");
            ask.setId("ask-acceptance");
            ask.setOnAction(e -> forms.request(view));
            box.getChildren().add(ask);
        }
        return box;
    }

    private Node secondPerson(GateView view) {
        VBox box = new VBox(6);
        view.dossier().latestAcceptance().filter(a -> a.state().isOpen()).ifPresent(a -> {
            if (a.requester().equalsIgnoreCase(view.actor())) {
                box.getChildren().add(new DisabledAction("Approve " + a.id(), "You asked for it, so someone else must decide."));
            } else {
                Button approve = new Button("Approve " + a.id());
                approve.setId("approve-acceptance");
                approve.setOnAction(e -> forms.approve(a));
                Button reject = new Button("Reject " + a.id());
                reject.setId("reject-acceptance");
                reject.setOnAction(e -> forms.reject(a));
                HBox row = new HBox(8, approve, reject);
                approve.setMinWidth(Region.USE_PREF_SIZE);
                reject.setMinWidth(Region.USE_PREF_SIZE);
                box.getChildren().add(row);
                if (a.state() == AcceptanceState.REQUESTED) {
                    Hyperlink review = new Hyperlink("Take it for review");
                    review.setId("review-acceptance");
                    review.setOnAction(e -> model.review(a));
                    box.getChildren().add(review);
                }
            }
        });
        Hyperlink seat = new Hyperlink("Another person takes the seat…");
        seat.setId("take-seat");
        seat.setOnAction(e -> forms.takeSeat(view.actor()));
        box.getChildren().add(seat);
        return box;
    }

    private Node gaps(GateView view) {
        if (view.gapsRead()) {
            return new Region();
        }
        Button read = new Button("I have read the residual gaps");
        read.setId("read-gaps");
        read.setOnAction(e -> model.acknowledgeGaps());
        return read;
    }

    private static Node demand(int number, String title, SafetyState state, String note, Node... content) {
        VBox box = new VBox(6, heading(number, title, state, note));
        box.getChildren().addAll(content);
        return box;
    }

    private static Node heading(int number, String title, SafetyState state, String note) {
        Label digit = new Label(Integer.toString(number));
        digit.getStyleClass().add("pl-step-number");
        Label remark = Words.meta(note);
        HBox head = new HBox(8, digit, Words.strong(title), gap(), Icons.of(state, 14), remark);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setAccessibleText(number + ", " + title + ", " + state.word() + ", " + note);
        return head;
    }

    private static Node line(String name, String text) {
        return Words.wrapped(Words.meta(name + ": " + text));
    }

    private static SafetyState state(boolean holds) {
        return holds ? SafetyState.OK : SafetyState.WATCH;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
