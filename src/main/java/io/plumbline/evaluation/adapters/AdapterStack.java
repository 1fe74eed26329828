package io.plumbline.evaluation.adapters;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.Map;

/**
 * A model with the adapters that are loaded on it. Their order says nothing of what was tested, so it is that of the alphabet.
 *
 * @param model    the model without adapters
 * @param adapters names of the adapters, none for the model alone
 */
public record AdapterStack(String model, List<String> adapters) {

    public AdapterStack {
        Map<String, String> byPlain = new TreeMap<>();
        adapters.forEach(adapter -> byPlain.putIfAbsent(plain(adapter), adapter));
        adapters = List.copyOf(byPlain.values());
    }

    public boolean isPlain() {
        return adapters.isEmpty();
    }

    public String words() {
        return isPlain() ? "no adapter" : String.join(" + ", adapters);
    }

    /** The same stack on the same model, however the names are written. */
    boolean matches(AdapterStack other) {
        return plain(model).equals(plain(other.model)) && adapters.stream().map(AdapterStack::plain).toList()
            .equals(other.adapters.stream().map(AdapterStack::plain).toList());
    }

    boolean isOn(String wanted) {
        return plain(model).equals(plain(wanted));
    }

    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
