package io.plumbline.reference;

import io.plumbline.domain.Judgement;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;

/** What most raters said of an item. A tie says nothing, and neither do ratings that are neither. */
final class Majority {

    private Majority() {
    }

    static Verdict of(Sample sample) {
        int balance = 0;
        for (Judgement judgement : sample.judgements()) {
            balance += judgement.verdict() == Verdict.UNSAFE ? 1 : judgement.verdict() == Verdict.SAFE ? -1 : 0;
        }
        return balance > 0 ? Verdict.UNSAFE : balance < 0 ? Verdict.SAFE : Verdict.UNSCORED;
    }
}
