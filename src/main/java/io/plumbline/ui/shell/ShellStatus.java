package io.plumbline.ui.shell;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the frame says about the workspace, whichever screen is open.
 *
 * @param deployment      name of the deployment in view
 * @param detail          model, context, since when
 * @param choices         models in the production log, then candidates that were compared or decided
 * @param stages          pre-deployment, gate, post-deployment
 * @param lastRecord      time of the newest log record
 * @param canariesKeptOut canary records that no number contains
 * @param waiting         work that waits, by screen
 * @param openIncidents   incidents that are open
 * @param actor           who is at work
 */
public record ShellStatus(String deployment, String detail, List<DeploymentChoice> choices, List<StageStatus> stages,
                          Optional<Instant> lastRecord, long canariesKeptOut, Map<ScreenId, Long> waiting, long openIncidents,
                          String actor) {

    public ShellStatus {
        choices = List.copyOf(choices);
        stages = List.copyOf(stages);
        waiting = Map.copyOf(waiting);
    }

    /** A workspace without data. */
    public static ShellStatus empty(String actor) {
        return new ShellStatus("No deployment yet", "New workspace · nothing leaves this machine", List.of(),
            List.of(notBegun("Pre-deployment"), notBegun("Gate"), notBegun("Post-deployment")), Optional.empty(), 0, Map.of(), 0, actor);
    }

    private static StageStatus notBegun(String name) {
        return new StageStatus(name, Optional.empty(), "");
    }
}
