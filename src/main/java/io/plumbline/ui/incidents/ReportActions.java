package io.plumbline.ui.incidents;

import atlantafx.base.theme.Styles;
import io.plumbline.report.ReportFile;
import io.plumbline.report.ReportFormat;
import io.plumbline.report.TextDisclosure;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import java.awt.image.BufferedImage;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Preview and export of an incident's report. Text of prompts and responses stays out unless it is asked for each time. */
final class ReportActions {

    private static final double PAGE_WIDTH = 794;

    private final IncidentsViewModel model;
    private final Frame frame;
    private final ReportDestination destination;
    private final MenuButton menu = new MenuButton("Export report", Icons.of("fth-download"));
    private final CheckMenuItem excerpts = new CheckMenuItem("With excerpts of prompts and responses");

    ReportActions(IncidentsViewModel model, Frame frame, ReportDestination destination) {
        this.destination = destination;
        this.model = model;
        this.frame = frame;
        menu.setId("export-report");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        MenuItem preview = new MenuItem("Preview");
        preview.setOnAction(e -> preview());
        menu.getItems().addAll(preview, export("HTML, one file…", ReportFormat.HTML), export("PDF…", ReportFormat.PDF),
            export("Markdown…", ReportFormat.MARKDOWN), new SeparatorMenuItem(), excerpts);
    }

    Node root() {
        return menu;
    }

    void show() {
        menu.show();
    }

    void preview() {
        model.preview(disclosure(), this::showPages);
    }

    private MenuItem export(String name, ReportFormat format) {
        MenuItem item = new MenuItem(name);
        item.setId("export-" + format.extension());
        item.setOnAction(e -> export(format));
        return item;
    }

    private TextDisclosure disclosure() {
        return excerpts.isSelected() ? TextDisclosure.EXCERPTS : TextDisclosure.WITHHELD;
    }

    private void export(ReportFormat format) {
        String name = model.page().get() instanceof IncidentsPage.One one ? one.incident().id() : "incident-draft";
        destination.ask(format, name + "." + format.extension()).ifPresent(file -> model.export(file, disclosure(), this::written));
    }

    private void written(ReportFile file) {
        frame.dialogs().explain("Report written", file.file() + "\nSHA-256 " + file.sha256());
    }

    private void showPages(List<BufferedImage> pages) {
        VBox sheets = new VBox(12);
        sheets.setPadding(new Insets(12));
        sheets.setAlignment(Pos.TOP_CENTER);
        for (BufferedImage page : pages) {
            ImageView view = new ImageView(SwingFXUtils.toFXImage(page, null));
            view.setFitWidth(PAGE_WIDTH);
            view.setPreserveRatio(true);
            view.getStyleClass().add("pl-page");
            sheets.getChildren().add(view);
        }
        ScrollPane scroll = new ScrollPane(sheets);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setOnAction(e -> frame.dialogs().close());
        Button pdf = new Button("Export PDF…", Icons.of("fth-download"));
        pdf.getStyleClass().add(Styles.ACCENT);
        pdf.setOnAction(e -> export(ReportFormat.PDF));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, Words.meta(pages.size() + " pages · " + disclosure().words()), gap, close, pdf);
        foot.getStyleClass().add("pl-dialog-foot");
        VBox dialog = new VBox(scroll, foot);
        dialog.setId("report-pages");
        dialog.getStyleClass().add("pl-dialog");
        dialog.setMaxSize(900, 860);
        dialog.setPrefSize(900, 860);
        frame.dialogs().show(dialog, () -> { });
        // Laid out twice before the first frame: pages are measured late, and the dialog would be painted where it stood without a size.
        Parent window = dialog.getScene().getRoot();
        window.applyCss();
        window.layout();
        dialog.getParent().requestLayout();
        window.layout();
    }
}
