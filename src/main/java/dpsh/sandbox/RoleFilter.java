package dpsh.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $filter} of a role assignment list: {@code atScope()}, {@code principalId eq '...'}, {@code assignedTo('...')},
 * joined by {@code and}. There are no groups here, so the last two mean the same.
 *
 * @param atScope whether assignments below the scope are left out
 * @param principal only this one's assignments, or null for all
 */
record RoleFilter(boolean atScope, @Nullable String principal) {
    private static final Pattern PRINCIPAL =
            Pattern.compile("(?:principalId\\s+eq\\s+'([^']*)'|assignedTo\\('([^']*)'\\))", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLE_NAME =
            Pattern.compile("roleName\\s+eq\\s+'((?:[^']|'')*)'", Pattern.CASE_INSENSITIVE);

    static RoleFilter parse(@Nullable String filter) {
        boolean atScope = false;
        String principal = null;
        if (filter != null && !filter.isBlank()) {
            for (String term : filter.trim().split("(?i)\\s+and\\s+")) {
                Matcher matcher = PRINCIPAL.matcher(term.trim());
                if (term.trim().equalsIgnoreCase("atScope()")) {
                    atScope = true;
                } else if (matcher.matches()) {
                    principal = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                } else {
                    throw unsupported(filter);
                }
            }
        }
        return new RoleFilter(atScope, principal);
    }

    /** The name in {@code roleName eq '...'}; null for no filter or one that takes all built-in roles. */
    static @Nullable String roleName(@Nullable String filter) {
        if (filter == null
                || filter.isBlank()
                || filter.trim().matches("(?i)atScopeAndBelow\\(\\)|type eq 'BuiltInRole'")) {
            return null;
        }
        Matcher matcher = ROLE_NAME.matcher(filter.trim());
        if (!matcher.matches()) {
            throw unsupported(filter);
        }
        return matcher.group(1).replace("''", "'");
    }

    boolean takes(String otherPrincipal) {
        return principal == null || principal.equalsIgnoreCase(otherPrincipal);
    }

    /** Assumed code and sentence. */
    private static Refusal unsupported(String filter) {
        return Refusal.arm(400, "InvalidFilter", "The filter '" + filter + "' is not supported.");
    }
}
