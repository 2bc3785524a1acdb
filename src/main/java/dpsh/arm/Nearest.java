package dpsh.arm;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a misspelt word may have meant. */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /**
     * At most three of the known words, the nearest first; none when nothing is near.
     *
     * @param known in the order in which equals are told
     */
    public static List<String> to(String word, Collection<String> known) {
        String folded = word.toLowerCase(Locale.ROOT);
        int bound = Math.min(2, Math.max(1, folded.length() / 3));
        return known.stream()
                .filter(one -> distance(folded, one) <= bound)
                .sorted(Comparator.comparingInt(one -> distance(folded, one)))
                .limit(MOST)
                .toList();
    }

    /** Letters to change, insert, leave out or swap with their neighbour; 1 for the beginning of the word. */
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
        return edits[left.length()][right.length()];
    }

    private static int least(String left, String right, int i, int j, int[][] edits) {
        char a = left.charAt(i - 1);
        char b = right.charAt(j - 1);
        int least = Math.min(edits[i - 1][j - 1] + (a == b ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a == right.charAt(j - 2) && b == left.charAt(i - 2);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
