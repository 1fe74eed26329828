package io.plumbline.ui.overview;

import atlantafx.base.theme.Styles;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.FindingBanner;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.SparkLine;
import io.plumbline.ui.common.Tile;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Navigator;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The overview of a workspace with data: what is wrong, five numbers, where, who is needed, what each stage saw, and that nothing was lost. */
final class OverviewPage {

    private static final String WHY_THREE = "Each stage catches what the others miss. Tests before deployment can't cover every trigger, and what "
        + "only happens in use can't be tested before. The gate weighs what the tests showed against the policy. Monitoring sees what changes "
        + "afterwards. The table says what each of them saw of four threats in this workspace; “assurance left” is the most that the founding "
        + "document grants a stage against that threat. A backdoor is never shown as OK: no test can rule out a trigger nobody tried.";

    private final OverviewReading reading;
    private final Frame frame;
    private Optional<Button> primary = Optional.empty();
    private final List<Tile> tiles = new ArrayList<>();

    OverviewPage(OverviewReading reading, Frame frame) {
        this.reading = reading;
        this.frame = frame;
    }

    Node build() {
        ScreenHead head = new ScreenHead("Overview");
        head.say(reading.period());
        GridPane middle = columns();
        reading.heat().ifPresent(heat -> middle.add(new HeatMapCard(heat, this::openCell).build(), 0, 0));
        middle.add(needs(), 1, 0);
        middle.add(threats(), 0, 1);
        middle.add(flow(), 1, 1);
        VBox page = new VBox(12, head, banner(), tiles(), middle);
        page.getStyleClass().add("pl-screen");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId("overview");
        return scroll;
    }

    void focusFirst() {
        primary.ifPresentOrElse(Node::requestFocus, () -> tiles.stream().findFirst().ifPresent(Node::requestFocus));
    }

    private Node banner() {
        OverviewReading.Finding finding = reading.finding();
        List<Node> buttons = new ArrayList<>();
        for (int i = 0; i < finding.ways().size(); i++) {
            OverviewReading.Way way = finding.ways().get(i);
            boolean last = i == finding.ways().size() - 1;
            Button button = new Button(way.word(), Icons.of(last ? "fth-arrow-right" : "fth-life-buoy"));
            button.setContentDisplay(last ? javafx.scene.control.ContentDisplay.RIGHT : javafx.scene.control.ContentDisplay.LEFT);
            if (last) {
                button.getStyleClass().add(Styles.ACCENT);
                button.setId("show-why");
                primary = Optional.of(button);
            }
            button.setOnAction(e -> go(way.place()));
            buttons.add(button);
        }
        return new FindingBanner(finding.state(), finding.sentence(), finding.context(), buttons.toArray(Node[]::new));
    }

    private Node tiles() {
        HBox row = new HBox(12);
        for (OverviewReading.TileReading reading : this.reading.tiles()) {
            Tile tile = reading.figure().map(figure -> new Tile(reading.name(), reading.state(), figure, reading.relative(), reading.note(),
                    new SparkLine(reading.series(), reading.baseline(), reading.limit())))
                .orElseGet(() -> Tile.withoutEvidence(reading.name(), reading.relative(), reading.note()));
            tile.leadingTo(() -> go(reading.place()));
            tile.setMinHeight(134);
            tile.setPrefWidth(100);
            tile.setMinWidth(0);
            HBox.setHgrow(tile, Priority.ALWAYS);
            tiles.add(tile);
            row.getChildren().add(tile);
        }
        return row;
    }

    private Node needs() {
        VBox list = new VBox();
        for (OverviewReading.Need need : reading.needs()) {
            if (!list.getChildren().isEmpty()) {
                list.getChildren().add(rule());
            }
            list.getChildren().add(needRow(need));
        }
        if (reading.needs().isEmpty()) {
            list.getChildren().add(Words.meta("Nothing waits for a person."));
        }
        Card card = Card.titled("Needs a person", "", Words.meta(reading.needs().isEmpty() ? ""
            : reading.needs().size() + " open, most urgent first")).with(list);
        card.setId("needs");
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private Node needRow(OverviewReading.Need need) {
        Label detail = Words.wrapped(Words.meta(need.detail()));
        VBox words = new VBox(2, Words.wrapped(Words.strong(need.title())), detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        Hyperlink link = new Hyperlink(need.way().word());
        link.setAccessibleText(need.way().word() + ": " + need.title());
        link.setOnAction(e -> go(need.way().place()));
        Label when = Words.meta(need.when());
        when.setMinWidth(Region.USE_PREF_SIZE);
        VBox right = new VBox(2, when, link);
        right.setAlignment(Pos.TOP_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        link.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, Icons.of(need.state(), 16), words, right);
        row.getStyleClass().add("pl-need");
        return row;
    }

    private Node threats() {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.getColumnConstraints().addAll(share(22), share(34), share(31), share(13));
        grid.addRow(0, Words.small("Threat"), Words.small("Pre-deployment"), Words.small("Post-deployment"), Words.small("Assurance left"));
        int row = 1;
        for (OverviewReading.Threat threat : reading.threats()) {
            grid.add(rule(), 0, row++, 4, 1);
            grid.addRow(row++, padded(Words.wrapped(Words.body(threat.name()))), seen(threat.before()), seen(threat.after()),
                Words.wrapped(Words.meta(threat.assuranceLeft())));
        }
        Hyperlink why = new Hyperlink("Why three stages?");
        why.setOnAction(e -> frame.dialogs().explain("Why three stages?", WHY_THREE));
        Card card = Card.titled("What each stage can see, and what it saw", "", why).with(grid);
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private static Node seen(OverviewReading.Seen seen) {
        HBox box = new HBox(7, Icons.of(seen.state(), 14), Words.wrapped(Words.meta(seen.words())));
        box.getChildren().get(1).getStyleClass().remove("pl-muted");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setAccessibleText(seen.state().word() + ": " + seen.words());
        return box;
    }

    private Node flow() {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(11);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints count = new ColumnConstraints();
        count.setHalignment(HPos.RIGHT);
        ColumnConstraints remark = new ColumnConstraints();
        remark.setHalignment(HPos.RIGHT);
        remark.setMinWidth(70);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), bar, count, remark);
        int row = 0;
        for (OverviewReading.FlowStep step : reading.flow().steps()) {
            ProgressBar share = new ProgressBar(step.share());
            share.getStyleClass().addAll(Styles.SMALL, "pl-flow-bar");
            share.setMaxWidth(Double.MAX_VALUE);
            share.setAccessibleText(step.name() + " " + Figures.count(step.count()) + ", " + step.remark());
            grid.addRow(row++, Words.body(step.name()), share, Words.strong(Figures.count(step.count())), Words.meta(step.remark()));
        }
        Card card = Card.titled("Data flow", reading.flow().period()).with(grid);
        if (!reading.flow().note().isEmpty()) {
            card.with(rule(), Words.wrapped(Words.meta(reading.flow().note())));
        }
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private void openCell(OverviewReading.HeatRow row, OverviewReading.HeatCell cell) {
        Map<String, String> arguments = new HashMap<>(Map.of("from", cell.from().toString(), "to", cell.to().toString()));
        row.category().ifPresent(category -> arguments.put("category", category));
        go(new Place(ScreenId.DRIFT, arguments));
    }

    private void go(Place place) {
        Navigator navigator = frame.navigator();
        navigator.go(place);
    }

    private static GridPane columns() {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(12);
        grid.getColumnConstraints().addAll(share(61), share(39));
        return grid;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private static Node padded(Label label) {
        label.setPadding(new javafx.geometry.Insets(9, 0, 9, 0));
        return label;
    }

    private static Region rule() {
        Region line = new Region();
        line.getStyleClass().add("pl-rule");
        return line;
    }
}
