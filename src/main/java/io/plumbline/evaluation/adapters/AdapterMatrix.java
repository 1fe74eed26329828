package io.plumbline.evaluation.adapters;

import java.util.List;

/**
 * Every stack of adapters of a model on one suite: tested ones, pairs that could be stacked, and what production logs show in use.
 *
 * @param model        the model without adapters
 * @param suite        the suite
 * @param adapters     names of all adapters, by the alphabet
 * @param rows         the model alone first, then single adapters, then stacks
 * @param interactions of the pairs whose four runs are there
 */
public record AdapterMatrix(String model, String suite, List<String> adapters, List<AdapterRow> rows, List<AdapterInteraction> interactions) {

    public AdapterMatrix {
        adapters = List.copyOf(adapters);
        rows = List.copyOf(rows);
        interactions = List.copyOf(interactions);
    }
}
