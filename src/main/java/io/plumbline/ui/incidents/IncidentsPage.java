package io.plumbline.ui.incidents;

import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.Period;
import java.util.List;
import java.util.Optional;

/** What the Incidents screen shows at the moment. */
public sealed interface IncidentsPage {

    /** Nothing was read yet. */
    record Reading() implements IncidentsPage {
    }

    /**
     * All incidents, and what one can be opened on by hand.
     *
     * @param days       the days of the log; empty without a log
     * @param categories its harm categories
     */
    record Listing(List<Incident> incidents, Optional<Period> days, List<String> categories) implements IncidentsPage {
        public Listing {
            incidents = List.copyOf(incidents);
            categories = List.copyOf(categories);
        }
    }

    /** Days or records that an incident could be opened on; the investigation is empty while it is being computed. */
    record Opening(IncidentScope scope, Optional<Investigation> investigation) implements IncidentsPage {
    }

    /** One incident; the investigation is empty while it is being computed. */
    record One(Incident incident, Optional<Investigation> investigation) implements IncidentsPage {
    }
}
