package io.plumbline.signoff;

/** Whether two names are the same person's: a capital letter or a blank must not make a second person. */
final class SamePerson {

    private SamePerson() {
    }

    static boolean is(String one, String other) {
        return plain(one).equalsIgnoreCase(plain(other));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
