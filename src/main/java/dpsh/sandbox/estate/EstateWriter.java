package dpsh.sandbox.estate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes an estate with one body a line. */
final class EstateWriter {
    private static final JsonMapper MAPPER = new JsonMapper();

    private EstateWriter() {}

    static void write(EstateDocument estate, Writer out) throws IOException {
        out.write("{\n\"format\": 1,\n\"tenant\": " + MAPPER.writeValueAsString(estate.tenant()));
        for (EstateList list : EstateList.values()) {
            write(list.member(), estate.list(list), out);
        }
        ObjectNode world = estate.world();
        if (world != null) {
            out.write(",\n\"world\": " + MAPPER.writeValueAsString(world));
        }
        out.write("\n}\n");
        out.flush();
    }

    private static void write(String member, List<ObjectNode> bodies, Writer out) throws IOException {
        out.write(",\n\"" + member + "\": [");
        String before = "\n";
        for (ObjectNode body : bodies) {
            out.write(before);
            out.write(MAPPER.writeValueAsString(body));
            before = ",\n";
        }
        out.write(bodies.isEmpty() ? "]" : "\n]");
    }
}
