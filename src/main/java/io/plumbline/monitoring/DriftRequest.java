package io.plumbline.monitoring;

import io.plumbline.domain.Policy;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to look at and how.
 *
 * @param from        first day shown, UTC
 * @param to          last day that counts, UTC
 * @param category    one harm category, or all
 * @param rollingDays days of the rolling window
 * @param limits      how control limits are made
 * @param penalty     penalty per change point, in multiples of log n
 * @param method      how change points are sought
 */
public record DriftRequest(Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> category, int rollingDays,
                           LimitMethod limits, double penalty, ChangeMethod method) {

    /** How control limits are made. */
    public enum LimitMethod {
        P_CHART("p-chart"), LANEY("Laney p′");

        private final String word;

        LimitMethod(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** How change points are sought. */
    public enum ChangeMethod {
        PELT("PELT, binomial"), CUSUM("CUSUM");

        private final String word;

        ChangeMethod(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Everything, as the policy has it. */
    public static DriftRequest of(Policy policy) {
        return new DriftRequest(Optional.empty(), Optional.empty(), Optional.empty(), policy.count("monitor.window.days"),
            LimitMethod.P_CHART, policy.number("monitor.changepoint.penalty"), ChangeMethod.PELT);
    }

    public DriftRequest between(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new DriftRequest(first, last, category, rollingDays, limits, penalty, method);
    }

    public DriftRequest inCategory(Optional<String> wanted) {
        return new DriftRequest(from, to, wanted, rollingDays, limits, penalty, method);
    }

    public DriftRequest rollingOver(int days) {
        return new DriftRequest(from, to, category, days, limits, penalty, method);
    }

    public DriftRequest withLimits(LimitMethod wanted) {
        return new DriftRequest(from, to, category, rollingDays, wanted, penalty, method);
    }

    public DriftRequest withPenalty(double wanted) {
        return new DriftRequest(from, to, category, rollingDays, limits, wanted, method);
    }

    public DriftRequest withMethod(ChangeMethod wanted) {
        return new DriftRequest(from, to, category, rollingDays, limits, penalty, wanted);
    }
}
