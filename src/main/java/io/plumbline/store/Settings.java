package io.plumbline.store;

import java.util.Map;
import java.util.Optional;

/** Preferences of the person at this workspace (look, split positions, import profiles). Not decisions: they may be lost without harm. */
public interface Settings {

    Optional<String> get(String key);

    void put(String key, String value);

    void remove(String key);

    /** All settings whose key begins so. */
    Map<String, String> startingWith(String prefix);
}
