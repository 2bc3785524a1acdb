package dpsh.arm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a misspelt word may have meant. The known words are gone over one after another, such as the names on the pages of a
 * list, and only the nearest are kept.
 */
public final class Nearest {
    private static final int MOST = 3;

    /** A part of a word is as far from it as two letters, whatever it lacks. */
    private static final int SHORTEST_PART = 4;

    private final String word;
    private final int bound;
    private final List<Near> found = new ArrayList<>();

    private Nearest(String word, int bound) {
        this.word = word;
        this.bound = bound;
    }

    private record Near(String name, int distance) {}

    /** Looks for what this word may have meant; words are compared without case. A single character is near to nothing else. */
    public static Nearest to(String word) {
        boolean letters = word.length() > 1 && word.chars().anyMatch(Character::isLetterOrDigit);
        return to(word, letters ? Math.min(2, Math.max(1, word.length() / 3)) : 0);
    }

    /** @param bound how many letters may be wrong */
    public static Nearest to(String word, int bound) {
        return new Nearest(word.toLowerCase(Locale.ROOT), bound);
    }

    /**
     * At most three of the known words, the nearest first; none when nothing is near.
     *
     * @param known in the order in which equals are told
     */
    public static List<String> to(String word, Collection<String> known) {
        Nearest nearest = to(word);
        known.forEach(nearest::look);
        return nearest.found();
    }

    /** The question whether one of the known words was meant, or what to do otherwise. */
    public static String or(String word, Iterable<String> known, String otherwise) {
        Nearest nearest = to(word);
        known.forEach(nearest::look);
        return nearest.or(otherwise);
    }

    /** "did you mean `a` or `b`?", or null when nothing is near. */
    public static @Nullable String question(List<String> near) {
        return near.isEmpty() ? null : "did you mean `" + String.join("` or `", near) + "`?";
    }

    /** Looks at one more known word. */
    public void look(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        boolean part = word.length() >= SHORTEST_PART && folded.contains(word);
        if (!part && Math.abs(folded.length() - word.length()) > bound && !folded.startsWith(word)) {
            return;
        }
        int distance = distance(word, folded);
        if (distance > bound || found.stream().anyMatch(near -> near.name().equals(name))) {
            return;
        }
        int at = found.size();
        while (at > 0 && found.get(at - 1).distance() > distance) {
            at--;
        }
        if (at < MOST) {
            found.add(at, new Near(name, distance));
        }
        if (found.size() > MOST) {
            found.remove(MOST);
        }
    }

    /** At most three of those looked at, the nearest first. */
    public List<String> found() {
        return found.stream().map(Near::name).toList();
    }

    /** The question whether one of them was meant, or what to do otherwise. */
    public String or(String otherwise) {
        String question = question(found());
        return question == null ? otherwise : question;
    }

    /** Letters to change, insert, leave out or swap with their neighbour; 1 for the beginning of the word, 2 for a part of it. */
    static int distance(String left, String right) {
        if (left.length() >= 3 && right.startsWith(left) && !right.equals(left)) {
            return 1;
        }
        int[][] edits = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : least(left, right, i, j, edits);
            }
        }
        int least = edits[left.length()][right.length()];
        return left.length() >= SHORTEST_PART && right.contains(left) ? Math.min(least, 2) : least;
    }

    private static int least(String left, String right, int i, int j, int[][] edits) {
        char a = left.charAt(i - 1);
        char b = right.charAt(j - 1);
        int least = Math.min(edits[i - 1][j - 1] + (a == b ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a == right.charAt(j - 2) && b == left.charAt(i - 2);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
