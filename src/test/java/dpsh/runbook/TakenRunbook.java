package dpsh.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dpsh.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the runbooks that people take, as it stands in {@code scripts/runbooks}. */
record TakenRunbook(Runbooks runbooks, Path file) {
    static TakenRunbook of(Runbooks runbooks, String name) {
        return new TakenRunbook(runbooks, Path.of("scripts/runbooks", name + ".groovy"));
    }

    /** At the articles' vault, for people. */
    Ran run(String... words) {
        return runbooks.run(file, List.of(), words);
    }

    /** The same with these options of dpsh. */
    Ran with(List<String> options, String... words) {
        return runbooks.run(file, options, words);
    }

    /** The one JSON document that it prints, with what else was said and how it ended. */
    record Answered(JsonNode rows, Ran ran) {
        /** A cell of the row of this datasource. */
        String of(String datasource, String column) {
            for (JsonNode row : rows) {
                if (row.path("datasource").asText().endsWith(datasource)) {
                    return row.path(column).asText();
                }
            }
            return "no " + datasource + " in " + ran;
        }

        List<String> all(String column) {
            List<String> values = new ArrayList<>();
            rows.forEach(row -> values.add(row.path(column).asText()));
            return values;
        }
    }

    /** For programs. */
    Answered json(String... words) {
        return json(List.of(), words);
    }

    Answered json(List<String> options, String... words) {
        List<String> before = new ArrayList<>(List.of("-o", "json"));
        before.addAll(options);
        Ran ran = runbooks.run(file, before, words);
        try {
            return new Answered(new ObjectMapper().readTree(ran.out()), ran);
        } catch (IOException e) {
            throw new UncheckedIOException(ran.toString(), e);
        }
    }
}
