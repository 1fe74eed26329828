package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was asked of a model: the last words of the user, with what stood before them told apart.
 *
 * @param prompt the user's last message, or the text as a whole where there are no messages
 * @param system the system prompt, empty where there is none
 * @param turn   how many messages the user has sent, 0 if unknown
 */
record Asked(String prompt, String system, int turn) {

    static final Asked NOTHING = new Asked("", "", 0);

    private static final String[] MESSAGES = {"messages", "input_messages", "chat_messages", "contents", "history"};
    private static final String[] TEXTS = {"prompt", "input", "question", "query", "user_input", "human_input", "text", "content", "inputs",
        "prompts", "kwargs", "args", "request", "body"};
    private static final int DEEPEST = 6;

    /** Reads an input in any of the shapes in which tools record it. */
    static Asked of(JsonNode input) {
        return of(Fields.decoded(input), 0);
    }

    private static Asked of(JsonNode input, int depth) {
        if (input.isValueNode()) {
            return input.isNull() ? NOTHING : new Asked(input.asText(), "", 0);
        }
        if (input.isArray()) {
            return ofArray(input, depth);
        }
        if (!input.isObject() || depth > DEEPEST) {
            return NOTHING;
        }
        if (Chat.isMessage(input)) {
            return new Asked(Chat.content(input), "", 0);
        }
        for (String name : MESSAGES) {
            JsonNode messages = Fields.decoded(input.path(name));
            if (messages.isArray() && !messages.isEmpty()) {
                Asked asked = ofArray(messages, depth + 1);
                String system = Chat.parts(Chat.first(input, "system", "system_prompt", "instructions", "system_instruction",
                    "systemInstruction"));
                return system.isEmpty() ? asked : asked.under(system);
            }
        }
        for (String name : TEXTS) {
            JsonNode value = Fields.decoded(input.path(name));
            if (!value.isMissingNode() && !value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                Asked asked = of(value, depth + 1);
                String system = Chat.parts(Chat.first(input, "system", "system_prompt", "instructions"));
                return system.isEmpty() ? asked : asked.under(system);
            }
        }
        return input.isEmpty() ? NOTHING : new Asked(input.toString(), "", 0);
    }

    private static Asked ofArray(JsonNode array, int depth) {
        if (array.isEmpty() || depth > DEEPEST) {
            return NOTHING;
        }
        JsonNode first = array.get(0);
        if (first.isArray()) {
            return ofArray(first, depth + 1);
        }
        boolean messages = false;
        for (JsonNode each : array) {
            messages |= Chat.isMessage(each);
        }
        if (messages) {
            return ofMessages(array);
        }
        String parts = Chat.parts(array);
        return parts.isEmpty() && first.isObject() ? of(first, depth + 1) : new Asked(parts, "", 0);
    }

    private static Asked ofMessages(JsonNode messages) {
        String prompt = "";
        String last = "";
        StringBuilder system = new StringBuilder();
        int turn = 0;
        for (JsonNode message : messages) {
            String said = Chat.content(message);
            switch (Chat.role(message)) {
                case "user" -> {
                    prompt = said;
                    turn++;
                }
                case "system" -> system.append(system.isEmpty() ? "" : "\n").append(said);
                default -> last = said.isEmpty() ? last : said;
            }
        }
        return new Asked(turn == 0 ? last : prompt, system.toString(), turn);
    }

    Asked under(String systemPrompt) {
        return new Asked(prompt, system.isEmpty() ? systemPrompt : systemPrompt + "\n" + system, turn);
    }
}
