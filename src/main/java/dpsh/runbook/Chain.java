package dpsh.runbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that lead to a place in an expression: of {@code x + backup.vaults().first().na} they are {@code backup},
 * {@code vaults()}, {@code first()} and, being typed, {@code na}. Read from the end backwards, by brackets only.
 *
 * @param links the names in front of the one being typed; empty when it stands for itself
 * @param typed what was typed of the last name, possibly nothing
 * @param begin where the chain begins in the text
 */
record Chain(List<Link> links, String typed, int begin) {
    Chain {
        links = List.copyOf(links);
    }

    /**
     * A name of a chain.
     *
     * @param call whether something is given to it, in brackets or as a closure
     * @param indexed whether an element is taken of it
     */
    record Link(String name, boolean call, boolean indexed) {}

    /** The chain at the end of the text; null when it begins with something that has no name. */
    static @Nullable Chain endOf(String text) {
        int begin = nameBefore(text, text.length());
        String typed = text.substring(begin);
        List<Link> links = new ArrayList<>();
        int at = dotBefore(text, begin);
        while (at >= 0) {
            begin = linkBefore(text, at, links);
            if (begin < 0) {
                return null;
            }
            at = dotBefore(text, begin);
        }
        return new Chain(links, typed, begin);
    }

    /** Where the closure begins that the place is in; -1 when it is in none. */
    static int closureAround(String text, int place) {
        int depth = 0;
        for (int at = place - 1; at >= 0; at--) {
            char c = text.charAt(at);
            if (c == '}' || c == ')' || c == ']') {
                depth++;
            } else if (c == '{' || c == '(' || c == '[') {
                if (depth == 0 && c == '{') {
                    return at;
                }
                depth = Math.max(0, depth - 1);
            }
        }
        return -1;
    }

    /** Takes the link that ends there, and says where it begins; -1 when it has no name. */
    private static int linkBefore(String text, int end, List<Link> links) {
        int at = blanksBefore(text, end);
        boolean call = false;
        boolean indexed = false;
        while (at > 0 && ")]}".indexOf(text.charAt(at - 1)) >= 0) {
            char closing = text.charAt(at - 1);
            indexed |= closing == ']';
            call |= closing != ']';
            at = opening(text, at - 1);
            if (at < 0) {
                return -1;
            }
            at = closing == '}' ? blanksBefore(text, at) : at;
        }
        int begin = nameBefore(text, at);
        if (begin == at) {
            return -1;
        }
        links.add(0, new Link(text.substring(begin, at), call, indexed));
        return begin;
    }

    private static int opening(String text, int closing) {
        int depth = 0;
        for (int at = closing; at >= 0; at--) {
            if (")]}".indexOf(text.charAt(at)) >= 0) {
                depth++;
            } else if ("([{".indexOf(text.charAt(at)) >= 0 && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** The place in front of the dot that stands there ({@code .}, {@code ?.}, {@code *.}); -1 when none does. */
    private static int dotBefore(String text, int place) {
        int at = blanksBefore(text, place);
        if (at == 0 || text.charAt(at - 1) != '.' || at > 1 && text.charAt(at - 2) == '.') {
            return -1;
        }
        at--;
        return at > 0 && "?*".indexOf(text.charAt(at - 1)) >= 0 ? at - 1 : at;
    }

    private static int blanksBefore(String text, int place) {
        int at = place;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int nameBefore(String text, int place) {
        int at = place;
        while (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
