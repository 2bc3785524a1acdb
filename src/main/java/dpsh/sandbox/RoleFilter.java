package dpsh.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $filter} of a role assignment list: {@code atScope()}, {@code principalId eq '...'}, {@code assignedTo('...')},
 * joined by {@code and}. There are no groups here, so the last two mean the same; only {@code assignedTo} goes together with
 * {@code atScope()} (Azure/azure-powershell pull request 20433).
 *
 * @param atScope whether assignments below the scope are left out
 * @param principal only this one's assignments, or null for all
 */
record RoleFilter(boolean atScope, @Nullable String principal) {
    private static final Pattern PRINCIPAL =
            Pattern.compile("(?:principalId\\s+eq\\s+'([^']*)'|assignedTo\\('([^']*)'\\))", Pattern.CASE_INSENSITIVE);

    static RoleFilter parse(@Nullable String filter) {
        boolean atScope = false;
        boolean exact = false;
        String principal = null;
        if (filter != null && !filter.isBlank()) {
            for (String term : filter.trim().split("(?i)\\s+and\\s+")) {
                Matcher matcher = PRINCIPAL.matcher(term.trim());
                if (term.trim().equalsIgnoreCase("atScope()")) {
                    atScope = true;
                } else if (matcher.matches()) {
                    exact |= matcher.group(1) != null;
                    principal = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                } else {
                    throw unsupported(filter);
                }
            }
        }
        if (atScope && exact) {
            throw unsupported(String.valueOf(filter));
        }
        return new RoleFilter(atScope, principal);
    }

    boolean takes(String otherPrincipal) {
        return principal == null || principal.equalsIgnoreCase(otherPrincipal);
    }

    /** The sentence is of Azure/azure-rest-api-specs issue 28255; the code is assumed. */
    static Refusal unsupported(String filter) {
        return Refusal.arm(
                400,
                "UnsupportedQuery",
                "The filter '" + filter
                        + "' is not supported. Supported filters are either 'atScope()' or 'principalId eq"
                        + " '{value}' or assignedTo('{value}')'.");
    }
}
