package io.plumbline.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places visited, like a browser's: going somewhere new forgets what lay ahead. */
public final class History {

    private final List<Place> places = new ArrayList<>();
    private int now = -1;

    /** Replaces the present place by what it has become (selection, zoom), so that coming back brings back exactly that. */
    public void remember(Place asItIsNow) {
        if (now >= 0) {
            places.set(now, asItIsNow);
        }
    }

    public void visit(Place place) {
        if (now >= 0 && places.get(now).equals(place)) {
            return;
        }
        while (places.size() > now + 1) {
            places.remove(places.size() - 1);
        }
        places.add(place);
        now++;
    }

    public Optional<Place> back() {
        if (now <= 0) {
            return Optional.empty();
        }
        now--;
        return Optional.of(places.get(now));
    }

    public Optional<Place> forward() {
        if (now >= places.size() - 1) {
            return Optional.empty();
        }
        now++;
        return Optional.of(places.get(now));
    }
}
