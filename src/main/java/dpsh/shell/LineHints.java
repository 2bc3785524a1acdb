package dpsh.shell;

import dpsh.shell.LineTokens.Token;
import dpsh.shell.ModelReading.Reading;
import dpsh.shell.ModelReading.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands under the cursor, in a few words. */
final class LineHints {
    private LineHints() {}

    /** Null when there is nothing to say. */
    static @Nullable String at(ModelReading model, String text, int cursor) {
        int start = Lines.start(text, cursor);
        String line = text.substring(start);
        int place = cursor - start;
        if (GroovyLine.of(line) != null || line.stripLeading().startsWith("#")) {
            return null;
        }
        List<String> words = new ArrayList<>();
        boolean piped = false;
        boolean file = false;
        boolean within = false;
        for (Token token : LineTokens.of(line)) {
            if (token.start() > place || token.operator() && token.end() > place) {
                break;
            }
            if (token.beginsCommand()) {
                words.clear();
                piped = token.text().equals("|");
            } else if (!token.operator() && !file) {
                words.add(token.text());
            }
            within = !token.operator() && token.end() >= place;
            if (within && file) {
                return null;
            }
            file = token.redirects();
        }
        if (file) {
            return null;
        }
        if (!within) {
            words.add("");
        }
        List<Reading> readings = model.read(words);
        boolean program = piped && readings.get(0).role() == Role.UNKNOWN_COMMAND;
        return program ? null : readings.get(readings.size() - 1).about();
    }
}
