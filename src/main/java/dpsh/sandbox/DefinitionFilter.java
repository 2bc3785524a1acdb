package dpsh.sandbox;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $filter} of a role definition list: {@code roleName eq '...'}, {@code type eq '...'}, {@code atScope()} and
 * {@code atScopeAndBelow()}, joined by {@code and}. All roles here are built in and can be assigned everywhere.
 */
final class DefinitionFilter {
    private static final Pattern TERM =
            Pattern.compile("(roleName|type|name)\\s+eq\\s+'((?:[^']|'')*)'", Pattern.CASE_INSENSITIVE);

    private final Predicate<Role> test;

    private DefinitionFilter(Predicate<Role> test) {
        this.test = test;
    }

    static DefinitionFilter parse(@Nullable String filter) {
        Predicate<Role> test = any -> true;
        if (filter != null && !filter.isBlank()) {
            for (String term : filter.trim().split("(?i)\\s+and\\s+(?=roleName|type|name|atScope)")) {
                Matcher matcher = TERM.matcher(term.trim());
                if (matcher.matches()) {
                    String value = matcher.group(2).replace("''", "'");
                    test = test.and(
                            switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                                case "rolename" -> role -> role.name().equalsIgnoreCase(value);
                                case "name" -> role -> role.id().equalsIgnoreCase(value);
                                default -> role -> value.equalsIgnoreCase("BuiltInRole");
                            });
                } else if (!term.trim().matches("(?i)atScope(AndBelow)?\\(\\)")) {
                    throw RoleFilter.unsupported(filter);
                }
            }
        }
        return new DefinitionFilter(test);
    }

    boolean takes(Role role) {
        return test.test(role);
    }
}
