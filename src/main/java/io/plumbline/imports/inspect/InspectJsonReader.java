package io.plumbline.imports.inspect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.InputException;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.ForeignJson;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.TornFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Inspect AI logs as one JSON document. Samples are read one at a time. */
public final class InspectJsonReader implements RunReader {

    @Override
    public String format() {
        return "inspect-json";
    }

    @Override
    public String title() {
        return "Inspect AI log (.json)";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.hasKeys("version", "eval") && (glimpse.hasKeys("status") || glimpse.hasKeys("plan"));
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        InspectRun run = new InspectRun(format(), reading);
        ObjectNode header = ForeignJson.mapper().createObjectNode();
        try (InputStream in = glimpse.file().open(reading.progress()); JsonParser parser = ForeignJson.factory().createParser(in)) {
            parser.setCodec(ForeignJson.mapper());
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("samples") && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        run.add(InspectSample.read(parser));
                    }
                } else if (name.equals("reductions")) {
                    parser.skipChildren();
                } else {
                    header.set(name, parser.readValueAsTree());
                }
            }
        } catch (JsonProcessingException e) {
            throw JsonDocument.broken(glimpse.file(), e);
        } catch (TornFileException e) {
            throw new InputException(glimpse.file().name() + " is compressed and breaks off in the middle. Get the file anew.", e);
        }
        return List.of(run.finish(header));
    }
}
