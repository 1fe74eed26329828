package io.plumbline.ui.data;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentService;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.shell.PaletteSource;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What the palette finds by name in a workspace: runs, categories, incidents, records. */
public final class NamedThings {

    private final Workspace workspace;

    public NamedThings(Workspace workspace) {
        this.workspace = workspace;
    }

    /** One source for each kind. */
    public List<PaletteSource> sources() {
        return List.of(new Source("Runs", this::runs), new Source("Categories", this::categories), new Source("Incidents", this::incidents),
            new Source("Records", this::records));
    }

    private List<PaletteSource.Hit> runs(String query, int limit) {
        return workspace.runs().list().stream()
            .filter(run -> matches(query, run.displayName() + " " + run.suite() + " " + run.file()) || run.id().startsWith(query))
            .limit(limit).map(run -> new PaletteSource.Hit("fth-columns", run.displayName(), runDetail(run), Place.of(ScreenId.COMPARE, "base", run.id())))
            .toList();
    }

    private static String runDetail(EvaluationRun run) {
        return run.suite() + ", " + Figures.count(run.samples()) + " samples";
    }

    private List<PaletteSource.Hit> categories(String query, int limit) {
        return workspace.log().harmCategories().stream().filter(category -> matches(query, category)).limit(limit)
            .map(category -> new PaletteSource.Hit("fth-activity", category, "refusal over time", Place.of(ScreenId.DRIFT, "category", category))).toList();
    }

    private List<PaletteSource.Hit> incidents(String query, int limit) {
        return new IncidentService(workspace.decisions(), workspace.log(), workspace::actor).all().stream()
            .filter(incident -> matches(query, incident.id() + " " + incident.title())).limit(limit)
            .map(incident -> new PaletteSource.Hit("fth-life-buoy", incident.id() + " " + incident.title(), standing(incident),
                Place.of(ScreenId.INCIDENTS, "incident", incident.id()))).toList();
    }

    private static String standing(Incident incident) {
        return incident.severity().severity().word() + (incident.isOpen() ? ", open" : ", closed");
    }

    /** A record by its id, or by model/id. */
    private List<PaletteSource.Hit> records(String query, int limit) {
        if (query.isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of(query), workspace.log().models().stream().map(model -> model + "/" + query)).distinct()
            .map(workspace.log()::find).flatMap(Optional::stream).limit(limit)
            .map(record -> new PaletteSource.Hit("fth-file-text", record.record().id(), record.record().category() + ", "
                + Figures.moment(record.record().time()), Place.of(ScreenId.TRIAGE, "record", ProductionLog.keyOf(record)))).toList();
    }

    private static boolean matches(String query, String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return Stream.of(query.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(plain::contains);
    }

    /** One kind. */
    private record Source(String group, BiFunction<String, Integer, List<PaletteSource.Hit>> finder) implements PaletteSource {
        @Override
        public List<Hit> search(String query, int limit) {
            return finder.apply(query, limit);
        }
    }
}
