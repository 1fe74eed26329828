package io.plumbline.ui.settings;

import atlantafx.base.theme.Styles;
import io.plumbline.detection.PolicyReplay;
import io.plumbline.domain.LogSignal;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import io.plumbline.signals.sensitive.MaskedRecord;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.HostileText;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Words;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Content policies: the list at the left, the editor at the right, and below it what the policy would flag among stored records. */
final class PoliciesCard {

    private static final int EXAMPLES = 20;
    private static final int EXCERPT = 240;

    private final PoliciesModel model;
    private final ListView<ContentPolicy> list = new ListView<>();
    private final Label version = Words.meta("");
    private final TextField name = new TextField();
    private final TextArea text = new TextArea();
    private final ComboBox<HarmCategory> category = new ComboBox<>(FXCollections.observableArrayList(HarmCategory.values()));
    private final Label taxonomies = Words.wrapped(Words.small(""));
    private final TextArea responseTerms = new TextArea();
    private final TextArea promptTerms = new TextArea();
    private final TextField responseExpression = new TextField();
    private final TextField promptExpression = new TextField();
    private final ComboBox<LogSignal> signal = new ComboBox<>();
    private final TextField limit = new TextField();
    private final Button retire = new Button();
    private final VBox found = new VBox(8);
    private final Node root;

    PoliciesCard(PoliciesModel model, Subscriptions subscriptions) {
        this.model = model;
        list.setId("policies");
        list.setPlaceholder(Words.wrapped(Words.meta("No policy yet. Write one at the right: a name, the policy in words, and what the program should look for.")));
        list.setCellFactory(unused -> new PolicyCell());
        list.setPrefWidth(280);
        list.setMinWidth(220);
        list.getSelectionModel().selectedItemProperty().addListener((value, was, is) -> Optional.ofNullable(is).ifPresent(model::edit));
        category.setConverter(words(HarmCategory::title));
        category.valueProperty().addListener((value, was, is) -> taxonomies.setText(is == null ? "" : "MLCommons: " + is.mlCommons() + "  ·  HarmBench: "
            + is.harmBench() + "  ·  SALAD-Bench: " + is.saladBench()));
        signal.getItems().add(null);
        signal.getItems().addAll(LogSignal.values());
        signal.setConverter(words(value -> value.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
        subscriptions.listen(model.policies(), (value, was, is) -> list.getItems().setAll(is));
        subscriptions.listen(model.draft(), (value, was, is) -> fill(is));
        subscriptions.listen(model.replay(), (value, was, is) -> show(is));
        fill(model.draft().get());
        root = card();
    }

    Node node() {
        model.read();
        return root;
    }

    private Node card() {
        Button fresh = new Button("New policy");
        fresh.setOnAction(e -> {
            list.getSelectionModel().clearSelection();
            model.begin();
            name.requestFocus();
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(8, list, fresh);
        ScrollPane right = new ScrollPane(new VBox(12, editor(), found));
        right.setFitToWidth(true);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = new HBox(16, left, right);
        VBox.setVgrow(both, Priority.ALWAYS);
        Card card = Card.titled("Content policies", "Policies in force flag records from the next import on, and stored ones once you apply them below. Every version is kept in the journal.").with(both);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node editor() {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(8);
        row(grid, 0, "Name", named(name, "policy-name", "What flags call it"));
        row(grid, 1, "Policy in words", named(text, "policy-text", "What may not be said, and why. A reviewer reads this beside the record."));
        row(grid, 2, "Harm category", new VBox(2, category, taxonomies));
        row(grid, 3, "Terms in the response", named(responseTerms, "policy-response-terms", "Words or phrases with commas between them; capitals make no difference"));
        row(grid, 4, "Terms in the prompt", named(promptTerms, "policy-prompt-terms", "Words or phrases with commas between them"));
        row(grid, 5, "Expression in the response", named(responseExpression, "policy-response-expression", "Regular expression (RE2)"));
        row(grid, 6, "Expression in the prompt", named(promptExpression, "policy-prompt-expression", "Regular expression (RE2)"));
        limit.setPrefColumnCount(6);
        HBox score = new HBox(8, signal, Words.meta("at least"), named(limit, "policy-limit", "0.5"));
        score.setAlignment(Pos.CENTER_LEFT);
        row(grid, 7, "Score", score);
        text.setPrefRowCount(2);
        responseTerms.setPrefRowCount(2);
        promptTerms.setPrefRowCount(1);
        Button save = new Button("Save version");
        save.setId("policy-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(e -> model.save(draft()));
        Button apply = new Button("Try on stored records");
        apply.setId("policy-try");
        apply.setOnAction(e -> model.apply(draft()));
        retire.setOnAction(e -> {
            PolicyDraft now = draft();
            model.save(now.in(now.state() == ContentPolicy.State.IN_FORCE ? ContentPolicy.State.RETIRED : ContentPolicy.State.IN_FORCE));
        });
        FlowPane acts = new FlowPane(8, 8, save, apply, retire, version);
        return new VBox(12, grid, acts);
    }

    private static void row(GridPane grid, int row, String title, Node field) {
        Label label = Words.body(title);
        label.setMinWidth(170);
        GridPane.setValignment(label, javafx.geometry.VPos.TOP);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(row, label, field);
    }

    private static <T extends TextInputControl> T named(T field, String id, String hint) {
        field.setId(id);
        field.setPromptText(hint);
        field.setAccessibleText(hint);
        return field;
    }

    private PolicyDraft draft() {
        PolicyDraft before = model.draft().get();
        return new PolicyDraft(before.id(), before.version(), name.getText(), text.getText(), category.getValue(), before.state(), responseTerms.getText(),
            promptTerms.getText(), responseExpression.getText(), promptExpression.getText(), Optional.ofNullable(signal.getValue()), limit.getText());
    }

    private void fill(PolicyDraft draft) {
        name.setText(draft.name());
        text.setText(draft.text());
        category.setValue(draft.category());
        responseTerms.setText(draft.responseTerms());
        promptTerms.setText(draft.promptTerms());
        responseExpression.setText(draft.responseExpression());
        promptExpression.setText(draft.promptExpression());
        signal.setValue(draft.signal().orElse(null));
        limit.setText(draft.limit());
        boolean force = draft.state() == ContentPolicy.State.IN_FORCE;
        retire.setText(force ? "Retire" : "Put in force");
        retire.setVisible(draft.version() > 0);
        version.setText(draft.version() == 0 ? "not saved yet" : draft.id() + ", version " + draft.version() + (force ? "" : ", retired"));
    }

    private void show(Optional<PolicyReplay> replay) {
        found.getChildren().clear();
        replay.ifPresent(result -> {
            found.getChildren().add(Words.strong(Figures.count(result.against()) + " of " + Figures.count(result.read())
                + " stored records are against it as it stands in the editor."));
            result.examples().stream().limit(EXAMPLES).forEach(example -> found.getChildren().add(example(example)));
        });
    }

    private static Node example(PolicyReplay.Example example) {
        boolean prompt = example.match().where() == PolicyRule.Where.PROMPT;
        String said = prompt ? example.record().record().prompt() : example.record().record().response();
        HostileText words = new HostileText();
        words.show(said.length() > EXCERPT ? said.substring(0, EXCERPT) + " …" : said, example.match().evidence(), prompt
            ? MaskedRecord.namesInPrompt(example.record()) : MaskedRecord.namesInResponse(example.record()));
        return new VBox(2, new HBox(8, Words.mono(example.key()), Words.small(example.match().reason())), words);
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> title) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "none" : title.apply(value);
            }

            @Override
            public T fromString(String string) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        };
    }

    private static final class PolicyCell extends ListCell<ContentPolicy> {

        @Override
        protected void updateItem(ContentPolicy policy, boolean empty) {
            super.updateItem(policy, empty);
            setText(null);
            setGraphic(empty || policy == null ? null : new VBox(Words.strong(policy.name()), Words.small(policy.category().title() + ", version "
                + policy.version() + (policy.state() == ContentPolicy.State.RETIRED ? ", retired" : ""))));
        }
    }
}
