package dpsh.sandbox.graph;

import java.util.Set;

/** Finds the column that a word names; exact case first. */
final class Scope {
    private Scope() {}

    static String resolve(Set<String> scope, Token token) {
        if (scope.contains(token.text())) {
            return token.text();
        }
        return scope.stream()
                .filter(token.text()::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new GraphFault(
                        "InvalidQuery",
                        "Failed to resolve column or scalar expression named '" + token.text() + "'.",
                        token));
    }
}
