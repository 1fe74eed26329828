package io.plumbline.ui.shell;

import io.plumbline.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the palette shows for what was typed. Commands answer at once; named things are looked up in the background. */
public final class PaletteModel {

    /** One line of the palette. */
    public record Entry(String group, String icon, String name, String detail, String key, Optional<String> unavailable, Runnable action) {
    }

    private static final String EVERYTHING = "";
    private static final String SLOT = "palette.search";
    private static final int PER_GROUP = 8;

    private final CommandRegistry registry;
    private final TaskRunner tasks;
    private final Navigator navigator;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private String query = "";
    private String filter = EVERYTHING;

    public PaletteModel(CommandRegistry registry, TaskRunner tasks, Navigator navigator) {
        this.registry = registry;
        this.tasks = tasks;
        this.navigator = navigator;
        search("");
    }

    /** Commands first, grouped, then what the sources found. */
    public ObservableList<Entry> entries() {
        return entries;
    }

    /** The group everything is narrowed to; empty for all. */
    public String filter() {
        return filter;
    }

    /** Tab: everything → commands → runs → … → everything. */
    public void nextFilter() {
        List<String> filters = filters();
        filter = filters.get((filters.indexOf(filter) + 1) % filters.size());
        search(query);
    }

    public void search(String typed) {
        query = typed.strip();
        List<Entry> fromCommands = filter.equals(EVERYTHING) || filter.equals(Command.COMMANDS) ? commandEntries() : List.of();
        entries.setAll(fromCommands);
        String wanted = query;
        String within = filter;
        if (wanted.isEmpty() && within.equals(EVERYTHING)) {
            return;
        }
        List<PaletteSource> asked = registry.sources().stream()
            .filter(source -> within.equals(EVERYTHING) || within.equals(source.group())).toList();
        if (asked.isEmpty()) {
            return;
        }
        tasks.start(SLOT, "Searching", progress -> {
            List<Entry> found = new ArrayList<>();
            for (PaletteSource source : asked) {
                progress.check();
                for (PaletteSource.Hit hit : source.search(wanted, PER_GROUP)) {
                    found.add(new Entry(source.group(), hit.icon(), hit.name(), hit.detail(), "", Optional.empty(),
                        () -> navigator.go(hit.place())));
                }
            }
            return found;
        }, found -> {
            if (wanted.equals(query) && within.equals(filter)) {
                entries.addAll(found);
            }
        }, failure -> entries.add(new Entry(Command.HELP, "fth-alert-triangle", "The search failed", String.valueOf(failure.getMessage()), "",
            Optional.of("Try again with another name."), () -> { })));
    }

    private List<String> filters() {
        List<String> filters = new ArrayList<>(List.of(EVERYTHING, Command.COMMANDS));
        registry.sources().forEach(source -> filters.add(source.group()));
        return filters;
    }

    private List<Entry> commandEntries() {
        List<String> groups = List.of(Command.COMMANDS, Command.GO_TO, Command.HELP);
        return registry.commands().stream()
            .filter(command -> score(command) < NO_MATCH)
            .sorted(Comparator.<Command>comparingInt(c -> groups.indexOf(c.group())).thenComparingInt(this::score))
            .map(c -> new Entry(c.group(), c.icon(), c.name(), c.detail(), c.key(), c.unavailable().get(), c.action()))
            .toList();
    }

    private static final int NO_MATCH = 1000;

    /** 0 where the name begins with the query, then beginnings of words, then anywhere in the name, then in the detail. */
    private int score(Command command) {
        String name = command.name().toLowerCase(Locale.ROOT);
        int worst = 0;
        for (String word : query.toLowerCase(Locale.ROOT).split("\\s+")) {
            int at = name.indexOf(word);
            int score;
            if (at == 0) {
                score = 0;
            } else if (at > 0) {
                score = Character.isLetterOrDigit(name.charAt(at - 1)) ? 2 : 1;
            } else {
                score = command.detail().toLowerCase(Locale.ROOT).contains(word) ? 3 : NO_MATCH;
            }
            worst = Math.max(worst, score);
        }
        return worst;
    }
}
