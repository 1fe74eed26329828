package io.plumbline.ui.settings;

import io.plumbline.imports.MappingProfiles;
import io.plumbline.imports.WatchedFolder;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Segments;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.data.WatchedFolderCard;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The policy with the source of every number, detectors and content policies, how the window looks, import profiles, who is at work, and about. */
public final class SettingsScreen implements Screen {

    private static final List<String> TABS = List.of("Policy", "Signals", "Content policies", "Look", "Import profiles", "Person", "About");

    private static final List<String> TALL = List.of("Policy", "Signals", "Content policies", "Import profiles", "Person");

    private final Workspace workspace;
    private final WatchedFolder watched;
    private final Frame frame;
    private final Subscriptions subscriptions = new Subscriptions();
    private PolicyTable policy;
    private final Node look;
    private Optional<SignalsCard> signals = Optional.empty();
    private Optional<ApplyCard> stored = Optional.empty();
    private Optional<PoliciesCard> policies = Optional.empty();
    private final VBox body = new VBox();
    private final VBox root = new VBox();
    private final Segments tabs = new Segments(TABS, chosen -> showTab());

    public SettingsScreen(Workspace workspace, WatchedFolder watched, Frame frame) {
        this.workspace = workspace;
        this.watched = watched;
        this.frame = frame;
        policy = new PolicyTable(workspace.policy());
        look = new LookCard(frame.look(), subscriptions).node();
        root.getStyleClass().add("pl-screen");
        root.setId("settings-screen");
        ScreenHead head = new ScreenHead("Settings");
        head.getChildren().add(1, tabs);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(head, body);
        tabs.choose(0);
    }

    private void showTab() {
        Node shown = switch (tabs.chosen()) {
            case 1 -> signals();
            case 2 -> policies();
            case 3 -> look;
            case 4 -> imports();
            case 5 -> new PersonCard(workspace, frame).node();
            case 6 -> new AboutCard(workspace, frame.tasks(), frame.errors()).node();
            default -> policy();
        };
        VBox.setVgrow(shown, TALL.contains(tabs.chosenName()) ? Priority.ALWAYS : Priority.NEVER);
        body.getChildren().setAll(shown);
    }

    /** Built when first asked for, since it reads the labels; counted anew whenever it is shown. */
    private Node signals() {
        if (signals.isEmpty()) {
            signals = Optional.of(new SignalsCard(new SignalsModel(workspace, frame.tasks(), frame.errors()), subscriptions));
        }
        return signals.get().node();
    }

    private Node policies() {
        if (policies.isEmpty()) {
            PoliciesModel model = new PoliciesModel(workspace, frame.tasks(), frame.errors());
            policies = Optional.of(new PoliciesCard(model, subscriptions));
            stored = Optional.of(new ApplyCard(new ApplyModel(workspace, frame.tasks(), frame.errors()), model.saving(), subscriptions));
        }
        Node written = policies.get().node();
        VBox.setVgrow(written, Priority.ALWAYS);
        return new VBox(12, written, stored.orElseThrow().node());
    }

    private Node policy() {
        Node table = policy.node();
        VBox.setVgrow(table, Priority.ALWAYS);
        return new VBox(12, new PolicyProposal(workspace, frame, policy::chosen, () -> {
            policy = new PolicyTable(workspace.policy());
            showTab();
        }).node(), table);
    }

    private Node imports() {
        MappingProfiles saved = new MappingProfiles(workspace.settings());
        Node profiles = new ProfilesCard(saved, frame.dialogs()).node();
        VBox.setVgrow(profiles, Priority.ALWAYS);
        return new VBox(12, new WatchedFolderCard(watched, saved, frame.errors()).node(), profiles);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Place place) {
        tabs.choose(Math.max(0, TABS.indexOf(place.arguments().getOrDefault("tab", tabs.chosenName()))));
    }

    @Override
    public Place place() {
        return new Place(ScreenId.SETTINGS, Map.of("tab", tabs.chosenName()));
    }

    @Override
    public void focusFirst() {
        policy.focus();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
