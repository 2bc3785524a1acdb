package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.shell.LineTokens.Token;
import dpsh.shell.ModelReading.Reading;
import dpsh.shell.ModelReading.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what the parts of a typed line are. A word that the cursor still touches is not called wrong. */
final class LineShades {
    private static final Set<String> OF_RESOURCES = Set.of(
            "subscription",
            "group",
            "snapshot-group",
            "vault",
            "policy",
            "disk",
            "account",
            "blob",
            "storage-account",
            "datasource",
            "instance",
            "place");

    private final @Nullable ModelReading model;
    private final Knowing known;
    private final String text;
    private final int cursor;
    private final List<Shaded> found = new ArrayList<>();

    /** Tells whether something was seen before. */
    interface Knowing {
        /** Null when that is not known at once; it may be told later. */
        @Nullable
        Boolean of(List<String> kinds, String value);
    }

    private LineShades(@Nullable ModelReading model, Knowing known, String text, int cursor) {
        this.model = model;
        this.known = known;
        this.text = text;
        this.cursor = cursor;
    }

    /**
     * The parts, in their order and without overlaps.
     *
     * @param model null while the commands are not built yet
     */
    static List<Shaded> of(@Nullable ModelReading model, Knowing known, String text, int cursor) {
        LineShades shades = new LineShades(model, known, text, cursor);
        int start = 0;
        for (Lines lines = new Lines(List.of(text.split("\n", -1)).iterator()); lines.hasNext(); ) {
            String line = lines.next().text();
            shades.line(line, start);
            start += line.length() + 1;
        }
        return shades.found;
    }

    private void line(String line, int start) {
        GroovyLine groovy = GroovyLine.of(line);
        if (groovy != null) {
            commands(line.substring(0, groovy.begin() - 1), start);
            add(start + groovy.begin() - 1, start + groovy.begin(), Shade.OPERATOR);
            found.addAll(GroovyShades.of(groovy.text(), start + groovy.begin()));
        } else if (line.stripLeading().startsWith("#")) {
            add(start, start + line.length(), Shade.COMMENT);
        } else {
            commands(line, start);
        }
    }

    private void commands(String line, int start) {
        List<Token> command = new ArrayList<>();
        boolean piped = false;
        boolean file = false;
        for (Token token : LineTokens.of(line)) {
            if (!token.operator() && file) {
                quoted(token, start);
                file = false;
            } else if (token.operator()) {
                if (token.beginsCommand()) {
                    command(command, start, piped);
                    command.clear();
                    piped = token.text().equals("|");
                }
                file = token.redirects();
                add(start + token.start(), start + token.end(), Shade.OPERATOR);
            } else {
                command.add(token);
            }
        }
        command(command, start, piped);
        found.sort(Comparator.comparingInt(Shaded::start));
    }

    /** @param piped whether it may as well be a program of the operator's machine */
    private void command(List<Token> words, int start, boolean piped) {
        if (model == null || words.isEmpty()) {
            words.forEach(word -> quoted(word, start));
            return;
        }
        List<Reading> readings = model.read(words.stream().map(Token::text).toList());
        boolean program = piped && readings.get(0).role() == Role.UNKNOWN_COMMAND;
        for (int i = 0; i < words.size(); i++) {
            if (program) {
                quoted(words.get(i), start);
            } else {
                word(words.get(i), readings.get(i), start);
            }
        }
    }

    private void word(Token word, Reading reading, int start) {
        int from = start + word.start();
        int end = start + word.end();
        boolean finished = cursor < from || cursor > end;
        switch (reading.role()) {
            case COMMAND -> add(from, end, Shade.COMMAND);
            case OPTION -> {
                int value = reading.valueFrom();
                boolean plain = word.text().length() == word.end() - word.start();
                add(from, value > 0 && plain ? from + value : end, Shade.OPTION);
                if (value > 0 && plain) {
                    value(word.text().substring(value), reading.kinds(), new Shaded(from + value, end, Shade.QUOTED));
                }
            }
            case UNKNOWN_COMMAND, UNKNOWN_OPTION, WRONG_VALUE -> {
                if (finished) {
                    add(from, end, Shade.WRONG);
                }
            }
            case VALUE -> {
                if (!value(word.text(), reading.kinds(), new Shaded(from, end, Shade.QUOTED))) {
                    quoted(word, start);
                }
            }
        }
    }

    private boolean value(String value, List<String> kinds, Shaded place) {
        Shade shade = isId(value, kinds) ? id(value, kinds, place) : name(value, kinds);
        if (shade != null) {
            add(place.start(), place.end(), shade);
        }
        return shade != null;
    }

    /** A path of a file begins with a slash, too. */
    private static boolean isId(String value, List<String> kinds) {
        boolean begins = value.regionMatches(true, 0, "/subscriptions", 0, "/subscriptions".length());
        return begins || ResourceId.looksLikeId(value) && kinds.stream().anyMatch(OF_RESOURCES::contains);
    }

    private @Nullable Shade name(String value, List<String> kinds) {
        return !value.isEmpty() && Boolean.TRUE.equals(known.of(kinds, value)) ? Shade.KNOWN : null;
    }

    private @Nullable Shade id(String value, List<String> kinds, Shaded place) {
        try {
            ResourceId.parse(value);
        } catch (DpshException.Usage malformed) {
            return cursor < place.start() || cursor > place.end() ? Shade.WRONG : null;
        }
        Boolean seen = known.of(kinds, value);
        return seen == null ? null : seen ? Shade.KNOWN : Shade.UNKNOWN;
    }

    private void quoted(Token word, int start) {
        char first = text.charAt(start + word.start());
        if (first == '\'' || first == '"') {
            add(start + word.start(), start + word.end(), Shade.QUOTED);
        }
    }

    private void add(int start, int end, Shade shade) {
        if (end > start) {
            found.add(new Shaded(start, end, shade));
        }
    }
}
