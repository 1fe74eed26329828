package io.plumbline.ui.overview;

import io.plumbline.monitoring.DriftReport;

/**
 * The long part of the overview: what takes a reading of the whole log.
 *
 * @param drift   what the drift analysis found
 * @param flagged outputs that wait for a label
 */
record Analysis(DriftReport drift, FlaggedWork flagged) {
}
