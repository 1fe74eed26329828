package io.plumbline.report;

import io.plumbline.domain.SafetyState;
import java.util.List;

/**
 * A finished report before it is given a format. All three formats print this and nothing else, so they can't say different things.
 *
 * @param kind      "Incident report", "Gate report"
 * @param reference what it is filed under: an incident's id, or base and candidate
 * @param status    "draft", "open", "closed"
 * @param made      when, as printed
 * @param subject   deployment or models it is about
 * @param title     its main sentence
 * @param state     what the chip shows
 * @param stateText the words beside the state
 * @param redaction what was left out
 * @param lead      the finding in one paragraph
 * @param sections  the body
 * @param caveat    the statement that stands at the foot of every page
 * @param manifest  the inputs, with the hash that the last line names
 * @param attested  what it says to programs
 */
public record Report(String kind, String reference, String status, String made, String subject, String title, SafetyState state,
                     String stateText, String redaction, String lead, List<Section> sections, String caveat, Manifest manifest,
                     Attested attested) {

    /** A report that says no more to programs than what stands in it. */
    public Report(String kind, String reference, String status, String made, String subject, String title, SafetyState state, String stateText,
                  String redaction, String lead, List<Section> sections, String caveat, Manifest manifest) {
        this(kind, reference, status, made, subject, title, state, stateText, redaction, lead, sections, caveat, manifest, Attested.document());
    }

    public Report {
        sections = List.copyOf(sections);
    }

    /** A titled part of the body. */
    public record Section(String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
