/** Which of two answers people find better, asked so that nobody can know whose answer is whose. */
package io.plumbline.evaluation.pairwise;
