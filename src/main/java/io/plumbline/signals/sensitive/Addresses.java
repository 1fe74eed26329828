package io.plumbline.signals.sensitive;

import io.plumbline.domain.TextSpan;
import java.util.List;
import java.util.Set;

/** Finds e-mail addresses and public IP addresses of both versions. */
final class Addresses {

    private static final Set<String> VERSION_WORDS = Set.of("version", "v", "release", "firmware", "build", "driver", "section", "rev", "ver", "update",
        "chapter", "oid", "clause", "upgrade", "upgrade to", "requires", "require", "install", "installed", "downgrade", "patch", "kernel", "glibc", "package",
        "versión", "versione", "versão", "versie", "wersja", "aktualisierung", "mise à jour", "actualización", "版本", "バージョン");
    /** Domains that RFC 2606 and RFC 6761 set aside: nobody reads mail there. */
    private static final Set<String> NO_MAIL = Set.of("test", "invalid", "localhost", "example");
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;

    /** Reads the address around this at sign, no further back than {@code from}; returns where to go on. */
    int email(String text, int at, int from, List<SensitiveFinding> found) {
        int start = at;
        while (start > from && at - start < LONGEST_LOCAL_PART && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start)) && text.charAt(start) != '_') {
            start++;
        }
        int end = at + 1;
        int limit = Math.min(text.length(), at + 1 + LONGEST_DOMAIN);
        while (end < limit && isDomain(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        int dot = at + text.substring(at, end).lastIndexOf('.');
        boolean complete = start < at && text.charAt(at - 1) != '.' && dot > at + 1 && end - dot > 2 && text.charAt(at + 1) != '-'
            && isTopLevel(text, dot + 1, end)
            && !text.substring(at, end).contains("..");
        if (!complete || NO_MAIL.contains(text.substring(dot + 1, end)) || isRepository(text, start, at, end)) {
            return at + 1;
        }
        found.add(new SensitiveFinding(SensitiveKind.EMAIL, new TextSpan(start, end)));
        return end;
    }

    /** Git's own user on its host, as in {@code git@github.com:owner/name.git}: nobody reads mail there. */
    private static boolean isRepository(String text, int start, int at, int end) {
        return text.substring(start, at).equals("git") && end < text.length() && (text.charAt(end) == ':' || text.charAt(end) == '/');
    }

    /** Reads four numbers with dots; returns where they end, or {@code start} where there is no public address. */
    int ipv4(String text, int start, List<SensitiveFinding> found) {
        int[] parts = new int[4];
        int i = start;
        for (int part = 0; part < 4; part++) {
            int digits = i;
            while (i < text.length() && i - digits < 4 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                parts[part] = parts[part] * 10 + text.charAt(i) - '0';
                i++;
            }
            if (i == digits || parts[part] > 255 || i - digits > 1 && text.charAt(digits) == '0') {
                return start;
            }
            if (part < 3 && (i >= text.length() || text.charAt(i++) != '.')) {
                return start;
            }
        }
        boolean ends = i == text.length() || !Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_'
            && !(i + 1 < text.length() && (text.charAt(i) == '.' || text.charAt(i) == '-') && Character.isLetterOrDigit(text.charAt(i + 1)));
        boolean begins = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)) && ".-_".indexOf(text.charAt(start - 1)) < 0;
        if (!ends || !begins || !isPublic(parts) || isCompared(text, start) || Surroundings.of(text, start, i).open(VERSION_WORDS)) {
            return start;
        }
        found.add(new SensitiveFinding(SensitiveKind.IP_ADDRESS, new TextSpan(start, i)));
        return i;
    }

    /** Whether a version stands here as programs write it: {@code >= 5.0.7.1}, {@code lib==1.2.3.4}, {@code Name/1.2.3.4}. */
    private static boolean isCompared(String text, int start) {
        int before = start - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        boolean compared = before > 0 && "<>=~^!".indexOf(text.charAt(before - 1)) >= 0 && (text.charAt(before) == '=' || text.charAt(before) == '>')
            || before == start - 1 && before >= 0 && "~^".indexOf(text.charAt(before)) >= 0;
        boolean named = before == start - 1 && before > 1 && text.charAt(before) == '/' && Character.isLetter(text.charAt(before - 1))
            && Character.isUpperCase(text.charAt(firstOfWord(text, before - 1)));
        return compared || named;
    }

    private static int firstOfWord(String text, int at) {
        int first = at;
        while (first > 0 && at - first < LONGEST_LOCAL_PART && Character.isLetterOrDigit(text.charAt(first - 1))) {
            first--;
        }
        return first;
    }

    /** Reads the address that holds this colon; returns where it ends, or the colon where there is none. */
    int ipv6(String text, int colon, List<SensitiveFinding> found) {
        int start = colon;
        while (start > 0 && colon - start < 5 && isHex(text.charAt(start - 1))) {
            start--;
        }
        if (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || ":_.".indexOf(text.charAt(start - 1)) >= 0)) {
            return colon;
        }
        int end = colon;
        while (end < text.length() && end - start < 40 && (isHex(text.charAt(end)) || text.charAt(end) == ':')) {
            end++;
        }
        if (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            return colon;
        }
        while (end > start && text.charAt(end - 1) == ':' && !(end - 2 >= start && text.charAt(end - 2) == ':')) {
            end--;
        }
        if (!isGlobal(text.substring(start, end))) {
            return colon;
        }
        found.add(new SensitiveFinding(SensitiveKind.IP_ADDRESS, new TextSpan(start, end)));
        return end;
    }

    /** Addresses of private, shared and documentation networks name nobody (IANA special-purpose registry). */
    private static boolean isPublic(int[] ip) {
        int a = ip[0];
        int b = ip[1];
        boolean reserved = a == 0 || a == 10 || a == 127 || a >= 224 || a == 172 && b >= 16 && b < 32 || a == 192 && b == 168
            || a == 169 && b == 254 || a == 100 && b >= 64 && b < 128 || a == 192 && b == 0 && ip[2] == 2 || a == 198 && b == 51 && ip[2] == 100
            || a == 203 && b == 0 && ip[2] == 113 || a == 198 && (b == 18 || b == 19);
        return !reserved && !(a < 10 && b < 10 && ip[2] < 10 && ip[3] < 10);
    }

    /** Global unicast, 2000::/3, without the documentation prefixes; eight groups or one double colon. */
    private static boolean isGlobal(String address) {
        String[] groups = address.split(":", -1);
        int gap = address.indexOf("::");
        boolean shape = gap < 0 ? groups.length == 8 : groups.length <= 8 && groups.length >= 4 && address.indexOf("::", gap + 1) < 0;
        if (!shape || groups[0].length() < 4 || groups[0].charAt(0) != '2' && groups[0].charAt(0) != '3') {
            return false;
        }
        for (String group : groups) {
            if (group.length() > 4) {
                return false;
            }
        }
        return !address.regionMatches(true, 0, "2001:db8:", 0, 9) && !address.regionMatches(true, 0, "2001:0db8:", 0, 10)
            && !address.regionMatches(true, 0, "3fff:", 0, 5);
    }

    private static boolean isTopLevel(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return text.startsWith("xn--", from);
            }
        }
        return true;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'&".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
