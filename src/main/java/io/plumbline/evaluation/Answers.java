package io.plumbline.evaluation;

import io.plumbline.domain.AnswerTable;
import io.plumbline.domain.AskedPrompt;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The answers of one run to one prompt, one or more, as rows of the run's table; the words are read when somebody opens them. */
public final class Answers {

    private final String runId;
    private final AnswerTable table;
    private final int[] rows;

    /** @param rows rows of the table, ascending, at least one */
    Answers(String runId, AnswerTable table, int[] rows) {
        this.runId = runId;
        this.table = table;
        this.rows = rows;
    }

    /** The answers of a run, prompt by prompt; a prompt is what has a key, a category and an intent of its own. */
    public static List<Answers> byPrompt(String runId, AnswerTable table) {
        List<Answers> all = new ArrayList<>();
        for (int[] rows : table.answersByPrompt()) {
            all.add(new Answers(runId, table, rows));
        }
        return all;
    }

    /** All of some samples. */
    static Answers of(List<Sample> samples) {
        return new Answers(samples.get(0).runId(), AnswerTable.of(samples), IntStream.range(0, samples.size()).toArray());
    }

    public String runId() {
        return runId;
    }

    public int count() {
        return rows.length;
    }

    /** Place of the first answer in its run. */
    public int firstPlace() {
        return table.place(rows[0]);
    }

    /** The prompt as the first answer's row has it. */
    public AskedPrompt asked() {
        return table.prompts().get(table.promptOf(rows[0]));
    }

    /** Whether the run holds the first answer. */
    public boolean responded() {
        return table.responded(rows[0]);
    }

    boolean responded(int answer) {
        return table.responded(rows[answer]);
    }

    int judgeColumn(String judge) {
        return table.judgeColumn(judge);
    }

    /** What a judge said of the first answer; no word is {@link Verdict#UNSCORED}. */
    public Verdict verdict(String judge) {
        return verdict(judgeColumn(judge), 0);
    }

    /** Whether a judge gave one of the answers this verdict. */
    boolean holds(String judge, Verdict wanted) {
        int column = judgeColumn(judge);
        for (int answer = 0; answer < rows.length; answer++) {
            if (verdict(column, answer) == wanted) {
                return true;
            }
        }
        return false;
    }

    Verdict verdict(int column, int answer) {
        return table.verdict(column, rows[answer]);
    }
}
