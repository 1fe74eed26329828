package io.plumbline.ui.shell;

/**
 * A model that the workspace knows something of, in the list of the top bar.
 *
 * @param name   model, or display name of the candidate's run
 * @param detail what it is: in the production log, compared, decided
 * @param place  where it is looked at
 */
public record DeploymentChoice(String name, String detail, Place place) {
}
