package io.plumbline.ui.signoff;

import io.plumbline.domain.SafetyState;
import io.plumbline.redteam.Focus;
import io.plumbline.signoff.EvidenceItem;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The evidence list: what holds, what is missing, what has expired, who vouches for it and what it rests on. */
final class EvidencePanel {

    private final Consumer<EvidenceKind> supply;
    private final Consumer<Focus> session;
    private final Label count = Words.meta("");
    private final HBox bar = new HBox();
    private final VBox items = new VBox();
    private final VBox root;

    /** @param supply opens what supplies a piece of evidence; @param session opens the red-team sessions */
    EvidencePanel(Consumer<EvidenceKind> supply, Consumer<Focus> session) {
        this.supply = supply;
        this.session = session;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, Words.cardTitle("Evidence"), gap, count);
        head.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("pl-evidence-bar");
        ScrollPane scroll = new ScrollPane(items);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(head, bar, scroll, Words.wrapped(Words.small("Every item is computed from the data or vouched for by name; "
            + "what is required stands in the way of an approval until it holds.")));
        root.getStyleClass().add("pl-card");
        root.setMinWidth(230);
        root.setPrefWidth(276);
    }

    Node node() {
        return root;
    }

    void show(GateView view) {
        List<EvidenceItem> evidence = view.dossier().evidence();
        count.setText(view.holding() + " of " + evidence.size() + " hold");
        bar.getChildren().setAll(evidence.stream().map(EvidenceItem::status).sorted().map(status -> {
            Region piece = new Region();
            piece.getStyleClass().addAll("piece", Icons.styleOf(EvidenceWords.state(status)));
            HBox.setHgrow(piece, Priority.ALWAYS);
            return (Node) piece;
        }).toList());
        items.getChildren().setAll(evidence.stream().map(this::item).toList());
    }

    void focusFirstMissing() {
        items.lookupAll(".hyperlink").stream().findFirst().ifPresent(Node::requestFocus);
    }

    private Node item(EvidenceItem item) {
        SafetyState state = EvidenceWords.state(item.status());
        Label title = Words.wrapped(Words.strong(item.kind().title()));
        Label detail = Words.wrapped(Words.small(item.detail() + (item.by().isEmpty() ? "" : ", " + item.by())
            + (item.required() ? "" : " · optional")));
        VBox words = new VBox(1, title, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, Icons.of(state, 16), words);
        line.setAlignment(Pos.TOP_LEFT);
        EvidenceWords.focus(item.kind()).ifPresent(focus -> {
            Hyperlink open = new Hyperlink(item.holds() ? "Sessions" : "Session");
            open.setId("session-" + focus.name());
            open.setMinWidth(Region.USE_PREF_SIZE);
            open.setOnAction(e -> session.accept(focus));
            open.setAccessibleText("Red-team sessions: " + item.kind().title());
            line.getChildren().add(open);
        });
        if (EvidenceWords.canBeSupplied(item)) {
            Hyperlink link = new Hyperlink(item.holds() ? "Change" : EvidenceWords.verb(item.kind()));
            link.setId("supply-" + item.kind().name());
            link.setMinWidth(Region.USE_PREF_SIZE);
            link.setOnAction(e -> supply.accept(item.kind()));
            link.setAccessibleText(link.getText() + ": " + item.kind().title());
            line.getChildren().add(link);
        } else if (!item.hash().isEmpty()) {
            Label hash = Words.mono(item.hash().substring(0, Math.min(6, item.hash().length())));
            hash.setMinWidth(Region.USE_PREF_SIZE);
            hash.setTooltip(new Tooltip(item.hash()));
            line.getChildren().add(hash);
        }
        line.getStyleClass().add("pl-evidence-item");
        if (!item.demand().isEmpty()) {
            Tooltip.install(line, new Tooltip(item.demand()));
        }
        line.setAccessibleText(item.kind().title() + ", " + state.word() + ", " + item.detail() + ". " + item.demand());
        return line;
    }
}
