package io.plumbline.store;

import io.plumbline.domain.InputException;

/** Who sits at this workspace. A setting rather than an argument, because a second person approves what the first asked for. */
final class PersonAtWork {

    private static final String KEY = "person.at-work";
    private static final int LONGEST = 80;

    private final Settings settings;
    private final String unnamed;

    PersonAtWork(Settings settings, String unnamed) {
        this.settings = settings;
        this.unnamed = unnamed;
    }

    String name() {
        return settings.get(KEY).orElse(unnamed);
    }

    void become(String name) {
        settings.put(KEY, checked(name));
    }

    static String checked(String name) {
        String person = name.strip();
        if (person.isEmpty() || person.length() > LONGEST || person.codePoints().anyMatch(Character::isISOControl)) {
            throw new InputException("A name has 1 to " + LONGEST + " characters and no line breaks. Type the name that decisions are to carry.");
        }
        return person;
    }
}
