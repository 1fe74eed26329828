package io.plumbline.monitoring;

import io.plumbline.domain.LogRecord;
import io.plumbline.stats.proportion.WilsonInterval;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for canaries that lost their tag: they would count as users and bend every rate (R39). */
final class ProbeAccounts {

    private static final double CONFIDENCE = 0.999;
    private static final int FEWEST_RECORDS = 30;
    private static final double LEAST_SHARE_OF_HARM = 0.02;
    private static final double NOTHING_BUT_HARM = 0.95;
    /** Where nearly all traffic asks for harm, an account that does so stands out from nobody. */
    private static final double MOSTLY_HARM_TRAFFIC = 0.8;

    private final Map<String, Account> accounts = new HashMap<>();
    private final Set<String> canaryUsers = new HashSet<>();
    private long records;
    private long harm;

    void canary(LogRecord record) {
        if (!record.user().isEmpty()) {
            canaryUsers.add(record.user());
        }
    }

    void userTraffic(LogRecord record) {
        boolean harmful = !LogRecord.BENIGN.equals(record.category());
        records++;
        harm += harmful ? 1 : 0;
        if (!record.user().isEmpty()) {
            Account account = accounts.computeIfAbsent(record.user(), u -> new Account(record.time().atZone(ZoneOffset.UTC).toLocalDate()));
            account.records++;
            account.harm += harmful ? 1 : 0;
        }
    }

    List<ProbeAccount> found() {
        List<ProbeAccount> found = new ArrayList<>();
        accounts.forEach((user, account) -> {
            double share = harm == 0 ? 0 : (double) account.harm / harm;
            boolean sendsCanaries = canaryUsers.contains(user);
            if (sendsCanaries || looksLikeProbe(account, share)) {
                found.add(new ProbeAccount(user, account.records, account.harm, share, sendsCanaries, account.first));
            }
        });
        found.sort(Comparator.comparingLong(ProbeAccount::harm).reversed().thenComparing(ProbeAccount::user));
        return found;
    }

    private boolean looksLikeProbe(Account account, double share) {
        return account.records >= FEWEST_RECORDS && share >= LEAST_SHARE_OF_HARM && harm < MOSTLY_HARM_TRAFFIC * records
            && (double) account.harm / account.records >= NOTHING_BUT_HARM
            && WilsonInterval.of(account.harm, account.records, CONFIDENCE).lower() > (double) harm / records;
    }

    private static final class Account {
        private final LocalDate first;
        private long records;
        private long harm;

        Account(LocalDate first) {
            this.first = first;
        }
    }
}
