package io.plumbline.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.signals.topic.Topic;
import io.plumbline.signals.topic.TopicModel;
import io.plumbline.store.Settings;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The topic model of a workspace: learnt once, added to when asked, so that a topic's id means the same in every import. */
public final class SavedTopics {

    private static final String KEY = "topic.model";
    private static final String ASSIGNED = "topic.assigned";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Settings settings;

    public SavedTopics(Settings settings) {
        this.settings = settings;
    }

    public void save(TopicModel model) {
        ObjectNode document = mapper.createObjectNode().put("version", model.version()).put("similarity", model.similarity());
        ObjectNode idf = document.putObject("idf");
        model.idf().forEach((term, weight) -> idf.put(Long.toHexString(term), weight));
        ArrayNode topics = document.putArray("topics");
        for (Topic topic : model.topics()) {
            ObjectNode node = topics.addObject().put("id", topic.id());
            topic.terms().forEach(node.putArray("terms")::add);
            ObjectNode centre = node.putObject("centre");
            topic.centre().forEach((term, weight) -> centre.put(Long.toHexString(term), weight));
        }
        try {
            settings.put(KEY, mapper.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stored records have the topics of a model with so many; of those of the last days, this share fits none. */
    void assigned(int topics, double unknown) {
        settings.put(ASSIGNED, topics + " " + unknown);
    }

    /** How many topics the model had whose topics stored records have; −1 where none was assigned. */
    int assigned() {
        return settings.get(ASSIGNED).map(text -> Integer.parseInt(text.split(" ")[0])).orElse(-1);
    }

    /** Share of the records of the last days that fitted no topic when topics were assigned last. */
    double unknown() {
        return settings.get(ASSIGNED).map(text -> Double.parseDouble(text.split(" ")[1])).orElse(0.0);
    }

    /** The model; empty where none of this version of the method was learnt. */
    public Optional<TopicModel> model() {
        return settings.get(KEY).flatMap(this::read);
    }

    private Optional<TopicModel> read(String text) {
        try {
            JsonNode document = mapper.readTree(text);
            if (!TopicModel.VERSION.equals(document.path("version").asText())) {
                return Optional.empty();
            }
            List<Topic> topics = new ArrayList<>();
            for (JsonNode node : document.path("topics")) {
                List<String> terms = new ArrayList<>();
                node.path("terms").forEach(term -> terms.add(term.asText()));
                topics.add(new Topic(node.path("id").asText(), terms, weights(node.path("centre"))));
            }
            return Optional.of(new TopicModel(TopicModel.VERSION, weights(document.path("idf")), topics, document.path("similarity").asDouble()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Map<Long, Float> weights(JsonNode node) {
        Map<Long, Float> weights = new LinkedHashMap<>();
        node.fields().forEachRemaining(e -> weights.put(Long.parseUnsignedLong(e.getKey(), 16), (float) e.getValue().asDouble()));
        return weights;
    }
}
