package io.plumbline.imports.redteam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.imports.source.ForeignJson;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import io.plumbline.redteam.Attempt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what red-team tools write: pieces of conversations with their scores (PyRIT's export), a garak report, or one conversation an
 * object with {@code turns}, {@code messages} or {@code prompt} and {@code response}. JSON lines or one JSON array.
 */
public final class RedTeamLogReader {

    /** Each attempt becomes a line of the journal, so a session is no production log. */
    private static final int MOST = 100_000;

    /** @throws InputException where the file can't be read or holds no attempt */
    public List<Attempt> read(Path path, Progress progress) {
        SourceFile file = SourceFile.at(path);
        List<JsonNode> objects = objects(file, progress);
        List<Attempt> attempts = new ArrayList<>();
        ConversationPieces pieces = new ConversationPieces();
        for (JsonNode object : objects) {
            if (ConversationPieces.isPiece(object)) {
                pieces.add(object);
            } else if (object.path("entry_type").asText().equals("attempt")) {
                attempts.addAll(GarakAttempt.read(object));
            } else {
                WrittenConversation.read(object).ifPresent(attempts::add);
            }
        }
        attempts.addAll(pieces.attempts());
        if (attempts.isEmpty()) {
            throw new InputException(file.name() + " holds no red-team attempt. Each record needs “turns”, “messages” or “prompt”; exports of "
                + "PyRIT and reports of garak are read as they are.");
        }
        return attempts;
    }

    private static List<JsonNode> objects(SourceFile file, Progress progress) {
        List<JsonNode> objects = new ArrayList<>();
        try (InputStream in = file.open(new ReadingProgress(progress, file.size(), "Reading " + file.name()));
             MappingIterator<JsonNode> values = ForeignJson.mapper().readerFor(JsonNode.class).readValues(in)) {
            while (values.hasNextValue()) {
                JsonNode value = values.nextValue();
                if (objects.size() > MOST) {
                    throw new InputException(file.name() + " holds more than " + MOST + " records, which is no red-team session. Cut it to the "
                        + "session that you mean.");
                }
                if (value.isArray()) {
                    value.forEach(objects::add);
                } else {
                    objects.add(value);
                }
            }
        } catch (JsonProcessingException e) {
            throw new InputException(file.name() + ForeignJson.place(e) + ForeignJson.problem(e)
                + ". Mend the file or export it anew; nothing was kept.", e);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        return objects;
    }
}
