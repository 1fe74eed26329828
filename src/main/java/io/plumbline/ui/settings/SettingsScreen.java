package io.plumbline.ui.settings;

import io.plumbline.domain.PolicyValue;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Theme;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The policy with the source of every number, and how the window looks. */
public final class SettingsScreen implements Screen {

    private final TableView<PolicyValue> policy = new TableView<>();
    private final VBox root = new VBox();

    public SettingsScreen(Workspace workspace, Frame frame) {
        root.getStyleClass().add("pl-screen");
        Button theme = new Button("Light or dark");
        theme.setOnAction(e -> frame.look().choose(frame.look().theme().get() == Theme.DARK ? Theme.LIGHT : Theme.DARK));
        Button larger = new Button("Larger text");
        larger.setOnAction(e -> frame.look().larger());
        Button smaller = new Button("Smaller text");
        smaller.setOnAction(e -> frame.look().smaller());
        Card look = Card.titled("Look", "").with(new HBox(8, theme, larger, smaller));
        policy.getColumns().add(column("Rule", PolicyValue::key, 220));
        policy.getColumns().add(column("Value", v -> v.value().toPlainString() + " " + v.unit(), 120));
        policy.getColumns().add(column("Stage", PolicyValue::stage, 110));
        policy.getColumns().add(column("Against", PolicyValue::comparator, 130));
        policy.getColumns().add(column("Meaning", PolicyValue::meaning, 480));
        policy.getColumns().add(column("Source", PolicyValue::source, 300));
        policy.getItems().setAll(workspace.policy().values());
        VBox.setVgrow(policy, Priority.ALWAYS);
        Card table = Card.titled("Policy", workspace.policy().name() + ", version " + workspace.policy().version(),
            Words.meta(policy.getItems().size() + " values")).flush().with(policy);
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getChildren().addAll(new ScreenHead("Settings"), look, table);
    }

    private static TableColumn<PolicyValue, String> column(String title, Function<PolicyValue, String> text, double width) {
        TableColumn<PolicyValue, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Place place) {
        policy.scrollTo(0);
    }

    @Override
    public Place place() {
        return Place.of(ScreenId.SETTINGS);
    }

    @Override
    public void focusFirst() {
        policy.requestFocus();
    }

    @Override
    public void close() {
        policy.getItems().clear();
    }
}
