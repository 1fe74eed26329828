package io.plumbline.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.InputException;
import io.plumbline.store.Settings;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The column mappings of a workspace, kept among its settings as JSON. */
public final class MappingProfiles {

    private static final String PREFIX = "import.profile.";

    private final Settings settings;
    private final ObjectMapper json = new ObjectMapper();

    public MappingProfiles(Settings settings) {
        this.settings = settings;
    }

    /** All saved profiles, by name. */
    public List<MappingProfile> list() {
        return settings.startingWith(PREFIX).entrySet().stream().sorted(Map.Entry.comparingByKey())
            .map(entry -> read(entry.getValue())).toList();
    }

    public Optional<MappingProfile> find(String name) {
        return settings.get(PREFIX + name).map(this::read);
    }

    /** The profile of that name, or a sentence that says which there are. */
    public MappingProfile named(String name) {
        return find(name).orElseThrow(() -> new InputException("There is no saved mapping “" + name + "”. Saved are: "
            + String.join(", ", list().stream().map(MappingProfile::name).toList()) + "."));
    }

    /** Saves a profile; one of the same name is replaced. */
    public void save(MappingProfile profile) {
        if (profile.name().isBlank()) {
            throw new InputException("A mapping profile needs a name.");
        }
        try {
            settings.put(PREFIX + profile.name(), json.writeValueAsString(profile));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String name) {
        settings.remove(PREFIX + name);
    }

    private MappingProfile read(String stored) {
        try {
            return json.readValue(stored, MappingProfile.class);
        } catch (JsonProcessingException e) {
            throw new InputException("A saved import profile can't be read any more. Remove it and map the columns anew.", e);
        }
    }
}
