package io.plumbline.signals.sensitive;

import io.plumbline.domain.TextSpan;
import java.util.List;
import java.util.Set;

/**
 * Finds keys and tokens by the prefixes that their services give them, and private keys by their frame. A token without such a prefix
 * looks like any other random text and is not found, but for the AWS secret that says so beside it.
 */
final class Secrets {

    private static final List<Token> TOKENS = List.of(
        // AWS, "Understanding unique ID prefixes": long-term and temporary access keys are 20 upper-case characters.
        new Token(SensitiveKind.AWS_KEY, "AKIA", 20, 20), new Token(SensitiveKind.AWS_KEY, "ASIA", 20, 20),
        // GitHub, "Behind GitHub's new authentication token formats".
        new Token(SensitiveKind.GITHUB_TOKEN, "ghp_", 40, 255), new Token(SensitiveKind.GITHUB_TOKEN, "gho_", 40, 255),
        new Token(SensitiveKind.GITHUB_TOKEN, "ghu_", 40, 255), new Token(SensitiveKind.GITHUB_TOKEN, "ghs_", 40, 600),
        new Token(SensitiveKind.GITHUB_TOKEN, "ghr_", 40, 255), new Token(SensitiveKind.GITHUB_TOKEN, "github_pat_", 40, 255),
        new Token(SensitiveKind.GITLAB_TOKEN, "glpat-", 26, 300), new Token(SensitiveKind.GITLAB_TOKEN, "gldt-", 25, 300),
        new Token(SensitiveKind.GOOGLE_KEY, "AIza", 39, 39), new Token(SensitiveKind.GOOGLE_KEY, "GOCSPX-", 30, 40),
        new Token(SensitiveKind.SLACK_TOKEN, "xoxb-", 30, 300), new Token(SensitiveKind.SLACK_TOKEN, "xoxp-", 30, 300),
        new Token(SensitiveKind.SLACK_TOKEN, "xoxa-", 30, 300), new Token(SensitiveKind.SLACK_TOKEN, "xoxr-", 30, 300),
        new Token(SensitiveKind.SLACK_TOKEN, "xoxs-", 30, 300), new Token(SensitiveKind.SLACK_TOKEN, "xapp-", 30, 300),
        new Token(SensitiveKind.STRIPE_KEY, "sk_live_", 24, 255), new Token(SensitiveKind.STRIPE_KEY, "rk_live_", 24, 255),
        new Token(SensitiveKind.STRIPE_KEY, "sk_test_", 24, 255), new Token(SensitiveKind.STRIPE_KEY, "whsec_", 32, 255),
        new Token(SensitiveKind.MODEL_PROVIDER_KEY, "sk-ant-", 40, 300), new Token(SensitiveKind.MODEL_PROVIDER_KEY, "sk-proj-", 40, 300),
        new Token(SensitiveKind.MODEL_PROVIDER_KEY, "sk-svcacct-", 40, 300), new Token(SensitiveKind.MODEL_PROVIDER_KEY, "sk-or-v1-", 40, 300),
        new Token(SensitiveKind.MODEL_PROVIDER_KEY, "sk-", 40, 300), new Token(SensitiveKind.MODEL_PROVIDER_KEY, "hf_", 34, 60),
        new Token(SensitiveKind.PACKAGE_TOKEN, "npm_", 40, 40), new Token(SensitiveKind.PACKAGE_TOKEN, "pypi-", 60, 400));
    private static final Set<String> AWS_SECRET_CUES = Set.of("aws_secret_access_key", "secret access key", "aws secret", "secretaccesskey",
        "aws_secret_key");
    private static final int AWS_SECRET = 40;
    private static final int LONGEST_KEY_HEADER = 40;
    private static final String KEY_BEGINS = "-----BEGIN ";

    /** Reads a long word of letters, digits, underscores and hyphens; returns where a secret in it ends, or {@code start}. */
    int word(String text, int start, int end, List<SensitiveFinding> found) {
        if (text.startsWith("eyJ", start)) {
            int token = webToken(text, start, end);
            if (token > end) {
                found.add(new SensitiveFinding(SensitiveKind.JWT, new TextSpan(start, token)));
                return token;
            }
        }
        for (Token token : TOKENS) {
            int length = end - start;
            if (text.startsWith(token.prefix, start) && length >= token.shortest && length <= token.longest
                && isRandom(text, start + token.prefix.length(), end)) {
                found.add(new SensitiveFinding(token.kind, new TextSpan(start, end)));
                return end;
            }
        }
        return awsSecret(text, start, found);
    }

    /** Reads five hyphens; returns where the private key ends that begins there, or the place itself. */
    int frame(String text, int hyphens, List<SensitiveFinding> found) {
        if (!text.startsWith(KEY_BEGINS, hyphens)) {
            return hyphens;
        }
        if (!text.substring(hyphens, Math.min(text.length(), hyphens + LONGEST_KEY_HEADER)).contains("PRIVATE KEY")) {
            return hyphens;
        }
        int closing = text.indexOf("-----END ", hyphens);
        int end = closing < 0 ? -1 : text.indexOf("-----", closing + 9);
        int stop = end < 0 ? text.length() : end + 5;
        found.add(new SensitiveFinding(SensitiveKind.PRIVATE_KEY, new TextSpan(hyphens, stop)));
        return stop;
    }

    /** Three parts with dots between them, the first of which is the Base64 of {@code {"…}. */
    private static int webToken(String text, int start, int end) {
        int payload = wordEnd(text, end + 1);
        if (end >= text.length() || text.charAt(end) != '.' || payload - end < 10 || payload >= text.length() || text.charAt(payload) != '.') {
            return start;
        }
        return wordEnd(text, payload + 1);
    }

    /** Forty characters of Base64 beside words that call them an AWS secret. */
    private static int awsSecret(String text, int start, List<SensitiveFinding> found) {
        int end = start;
        while (end < text.length() && end - start <= AWS_SECRET && isBase64(text.charAt(end))) {
            end++;
        }
        int begin = start;
        while (begin > 0 && end - begin <= AWS_SECRET && isBase64(text.charAt(begin - 1))) {
            begin--;
        }
        if (end - begin != AWS_SECRET || !Surroundings.of(text, begin, end).name(AWS_SECRET_CUES)) {
            return start;
        }
        found.add(new SensitiveFinding(SensitiveKind.AWS_KEY, new TextSpan(begin, end)));
        return end;
    }

    private static boolean isBase64(char c) {
        return isWord(c) || c == '/' || c == '+';
    }

    /** A digit and a letter, and no run of one character: placeholders such as {@code sk-xxxxxxxx} open nothing. */
    private static boolean isRandom(String text, int from, int to) {
        boolean digit = false;
        boolean letter = false;
        int run = 1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            letter |= c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            run = i > from && c == text.charAt(i - 1) ? run + 1 : 1;
            if (run > 6) {
                return false;
            }
        }
        return digit && letter;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private record Token(SensitiveKind kind, String prefix, int shortest, int longest) {
    }
}
