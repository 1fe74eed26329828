package io.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ui.common.SameThreadTaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteModelTest {

    private final CommandRegistry registry = new CommandRegistry();
    private final List<Place> visited = new ArrayList<>();
    private PaletteModel model;

    @BeforeEach
    void fill() {
        registry.add(Command.always(Command.GO_TO, "fth-database", "Data, Imports", "", "Ctrl 8", () -> { }));
        registry.add(Command.always(Command.COMMANDS, "fth-upload", "Import files…", "format is recognised for you", "Ctrl I", () -> { }));
        registry.add(new Command(Command.COMMANDS, "fth-rotate-ccw", "Undo last import", "", "", () -> Optional.of("nothing to undo yet"), () -> { }));
        registry.addSource(new PaletteSource() {
            @Override
            public String group() {
                return "Runs";
            }

            @Override
            public List<Hit> search(String query, int limit) {
                return query.startsWith("lla") ? List.of(new Hit("fth-columns", "llama-2-7b", "100 prompts", Place.of(ScreenId.COMPARE, "base", "r1"))) : List.of();
            }
        });
        model = new PaletteModel(registry, new SameThreadTaskRunner(), new Navigator() {
            @Override
            public void go(Place place) {
                visited.add(place);
            }

            @Override
            public void back() {
                visited.clear();
            }

            @Override
            public void forward() {
                visited.clear();
            }
        });
    }

    @Test
    void aNameThatBeginsWithWhatWasTypedComesFirst() {
        model.search("imp");
        assertThat(model.entries()).extracting(PaletteModel.Entry::name)
            .containsExactly("Import files…", "Undo last import", "Data, Imports");
    }

    @Test
    void whatCantBeDoneStaysWithItsReason() {
        model.search("undo");
        assertThat(model.entries().get(0).unavailable()).contains("nothing to undo yet");
    }

    @Test
    void aRunIsFoundByNameAndOpensItsPlace() {
        model.search("llama");
        model.entries().get(0).action().run();
        assertThat(visited).containsExactly(Place.of(ScreenId.COMPARE, "base", "r1"));
    }

    @Test
    void tabNarrowsToCommandsAndThenToEachKind() {
        model.nextFilter();
        assertThat(model.filter()).isEqualTo("Commands");
        model.nextFilter();
        assertThat(model.filter()).isEqualTo("Runs");
        model.nextFilter();
        assertThat(model.filter()).isEmpty();
    }

    @Test
    void nothingIsInventedForANameThatDoesNotExist() {
        model.search("zzz");
        assertThat(model.entries()).isEmpty();
    }
}
