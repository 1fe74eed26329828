package io.plumbline.imports;

/**
 * A column that holds the labels of one judge.
 *
 * @param column  name of the column
 * @param judge   stable short name of the judge
 * @param meaning how its values are read
 */
public record LabelColumn(String column, String judge, LabelMeaning meaning) {
}
