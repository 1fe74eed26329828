package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class SubcommandsTest {

    @Test
    void everyCommandIsFoundByItsNameAlone() {
        for (Class<?> command : Subcommands.all()) {
            String name = command.getAnnotation(Command.class).name();
            assertThat(Subcommands.neededFor(name)).containsExactly(command);
            assertThat(PlumblineCommand.commandLine(name, "--json").getSubcommands()).containsOnlyKeys(name);
        }
    }

    @Test
    void aWorkspaceMayBeNamedBefore() {
        assertThat(Subcommands.neededFor("-w", "series", "imports")).containsExactly(ImportsCommand.class);
        assertThat(Subcommands.neededFor("-w=series", "imports")).containsExactly(ImportsCommand.class);
        assertThat(Subcommands.neededFor("--workspace=series", "imports")).containsExactly(ImportsCommand.class);
    }

    @Test
    void whatNamesNoCommandIsForTheWholeCommandLine() {
        assertThat(Subcommands.neededFor()).isEqualTo(Subcommands.all());
        assertThat(Subcommands.neededFor("--help")).isEqualTo(Subcommands.all());
        assertThat(Subcommands.neededFor("-w")).isEqualTo(Subcommands.all());
        assertThat(Subcommands.neededFor("no-such-command")).isEqualTo(Subcommands.all());
    }
}
