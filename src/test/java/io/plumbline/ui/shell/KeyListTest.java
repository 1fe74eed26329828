package io.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyListTest {

    @Test
    void keysComeBackWhateverCharactersTheyHold() {
        List<String> keys = List.of("bot/r1", "bot,v2/a,b", "50%/%2C", "%25/%", "a/b/c", " /ü,");

        assertThat(KeyList.read(KeyList.write(keys))).isEqualTo(keys);
    }

    @Test
    void aKeyWithoutCommasIsWrittenAsItIs() {
        assertThat(KeyList.write(List.of("support-bot-v3/r000000026"))).isEqualTo("support-bot-v3/r000000026");
    }
}
