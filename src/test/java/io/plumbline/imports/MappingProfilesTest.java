package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.InputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingProfilesTest {

    private final MappingProfiles profiles = new MappingProfiles(new InMemorySettings());
    private final MappingProfile gateway = new MappingProfile("gateway", ImportKind.RUN, new ColumnMapping(
        Map.of(MappedField.PROMPT, "question", MappedField.RESPONSE, "reply.text"), Map.of(MappedField.MODEL, "bot-7"),
        List.of(new LabelColumn("verdict", "guard", LabelMeaning.TRUE_IS_UNSAFE))));

    @Test
    void aSavedProfileComesBackAsItWas() {
        profiles.save(gateway);
        assertThat(profiles.find("gateway")).contains(gateway);
        assertThat(profiles.list()).containsExactly(gateway);
    }

    @Test
    void aRemovedProfileIsGone() {
        profiles.save(gateway);
        profiles.remove("gateway");
        assertThat(profiles.find("gateway")).isEmpty();
    }

    @Test
    void aProfileWithoutANameIsRefused() {
        assertThatThrownBy(() -> profiles.save(gateway.named(" "))).isInstanceOf(InputException.class).hasMessageContaining("name");
    }
}
