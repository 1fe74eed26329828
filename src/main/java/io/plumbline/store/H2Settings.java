package io.plumbline.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Settings as rows of the database. */
final class H2Settings implements Settings {

    private final Jdbi database;
    private final WorkspaceChanges changes;

    H2Settings(Jdbi database, WorkspaceChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Optional<String> get(String key) {
        return database.withHandle(handle -> handle.createQuery("select content from setting where name = :name").bind("name", key)
            .mapTo(String.class).findOne());
    }

    @Override
    public void put(String key, String value) {
        database.useTransaction(handle -> handle.execute("merge into setting (name, content) key (name) values (?, ?)", key, value));
        changes.publish(WorkspaceChanges.Change.SETTINGS);
    }

    @Override
    public void remove(String key) {
        database.useTransaction(handle -> handle.execute("delete from setting where name = ?", key));
        changes.publish(WorkspaceChanges.Change.SETTINGS);
    }

    @Override
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        database.useHandle(handle -> handle.createQuery(
                "select name, content from setting where left(name, :length) = :prefix order by name")
            .bind("length", prefix.length()).bind("prefix", prefix)
            .map((row, context) -> Map.entry(row.getString("name"), row.getString("content")))
            .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }
}
