package dpsh.sandbox.graph;

import java.util.Locale;
import java.util.Set;

/** Sees ahead which types a query is about, so that a table need not make the rows of others. */
final class TypeHint {
    private TypeHint() {}

    /** The types that a {@code where type =~ '...'} right after the table leaves; empty when there is none. */
    static Set<String> ahead(Cursor cursor, int skip) {
        boolean typed = cursor.peek(skip).is("where") && cursor.peek(skip + 1).is("type");
        Token operator = cursor.peek(skip + 2);
        Token value = cursor.peek(skip + 3);
        Token next = cursor.peek(skip + 4);
        boolean single = (operator.is("=~") || operator.is("==")) && value.kind() == Token.Kind.TEXT;
        boolean ends = next.is("|") || next.is("and") || next.is(")") || next.kind() == Token.Kind.END;
        return typed && single && ends && !hasOr(cursor, skip)
                ? Set.of(value.text().toLowerCase(Locale.ROOT))
                : Set.of();
    }

    private static boolean hasOr(Cursor cursor, int from) {
        for (int i = from;
                cursor.peek(i).kind() != Token.Kind.END
                        && !(i > from && cursor.peek(i).is("|"));
                i++) {
            if (cursor.peek(i).is("or")) {
                return true;
            }
        }
        return false;
    }
}
