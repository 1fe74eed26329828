/** Several conditions of a model side by side on the numbers that judges gave, where safe or unsafe is too coarse a reading. */
package io.plumbline.evaluation.conditions;
