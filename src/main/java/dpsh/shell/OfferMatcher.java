package dpsh.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jspecify.annotations.Nullable;

/**
 * Which offers fit the word under the cursor, without regard to case: the completer has chosen them, so all of them, unless more
 * was typed since. What was typed is only ever continued: an offer that does not begin with it (a fragment of a name, the ID
 * behind one) takes its place when it is the only one, and is listed otherwise.
 */
final class OfferMatcher implements CompletionMatcher {
    private String typed = "";
    private List<Candidate> fitting = List.of();

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            @Nullable String originalGroupName) {
        typed = prefix ? line.word().substring(0, line.wordCursor()) : line.word();
        fitting = List.of();
    }

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
        fitting = candidates.stream().filter(this::fits).toList();
        return new ArrayList<>(fitting);
    }

    private boolean fits(Candidate candidate) {
        return Matching.holds(candidate.value(), typed)
                || Matching.holds(candidate.displ(), typed)
                || candidate.value().startsWith("/")
                        && candidate.descr() != null
                        && Matching.holds(candidate.descr(), typed)
                || Matching.isBelow(candidate.value(), typed);
    }

    @Override
    public @Nullable Candidate exactMatch() {
        return fitting.stream()
                .filter(Candidate::complete)
                .filter(candidate -> candidate.value().equalsIgnoreCase(typed))
                .findFirst()
                .orElse(null);
    }

    /** What all of them begin with; nothing when one does not begin with what was typed. */
    @Override
    public String getCommonPrefix() {
        String common = null;
        for (Candidate candidate : fitting) {
            if (!candidate.value().regionMatches(true, 0, typed, 0, typed.length())) {
                return "";
            }
            common = common == null ? candidate.value() : commonStart(common, candidate.value());
        }
        return common == null ? "" : common;
    }

    private static String commonStart(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.regionMatches(true, same, other, same, 1)) {
            same++;
        }
        boolean half = same > 0 && Character.isHighSurrogate(one.charAt(same - 1));
        return one.substring(0, half ? same - 1 : same);
    }
}
