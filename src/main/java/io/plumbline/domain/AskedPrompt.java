package io.plumbline.domain;

/**
 * What a comparison needs to know of a prompt without its words: what pairs it, and how it is named.
 *
 * @param key      what pairs it with the same prompt in another run
 * @param words    fingerprint of its words, see {@link PromptWords}; 0 where the run holds none
 * @param category harm category, or empty
 * @param intent   whether it asks for harm
 * @param name     what people call it: the behaviour it asks for, or a readable key; empty where there is neither
 * @param shape    lengths of its first words, for a list that shows where words stand without showing them
 * @param turns    turns of the conversation, 1 where the run does not say
 * @param cluster  the template, persona or other family that it was made from; empty where the run names none
 */
public record AskedPrompt(String key, long words, String category, PromptIntent intent, String name, String shape, int turns, String cluster) {
}
