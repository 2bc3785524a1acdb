package dpsh.runbook;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The annotations that a runbook may use: those whose work at compile time is known to execute nothing of the runbook. Groovy's
 * own of version 6.0.0, looked through one by one.
 */
final class Allowed {
    private static final Set<String> ANNOTATIONS = Set.of(
            "java.lang.Override",
            "java.lang.Deprecated",
            "java.lang.SuppressWarnings",
            "java.lang.FunctionalInterface",
            "java.lang.SafeVarargs",
            "groovy.lang.Category",
            "groovy.lang.Delegate",
            "groovy.lang.DelegatesTo",
            "groovy.lang.Lazy",
            "groovy.lang.Newify",
            "groovy.lang.Singleton",
            "groovy.transform.AutoFinal",
            "groovy.transform.AutoImplement",
            "groovy.transform.Canonical",
            "groovy.transform.CompileDynamic",
            "groovy.transform.CompileStatic",
            "groovy.transform.EqualsAndHashCode",
            "groovy.transform.Field",
            "groovy.transform.Final",
            "groovy.transform.Immutable",
            "groovy.transform.ImmutableBase",
            "groovy.transform.ImmutableOptions",
            "groovy.transform.InheritConstructors",
            "groovy.transform.KnownImmutable",
            "groovy.transform.MapConstructor",
            "groovy.transform.Memoized",
            "groovy.transform.NamedParam",
            "groovy.transform.NamedParams",
            "groovy.transform.NamedVariant",
            "groovy.transform.NonSealed",
            "groovy.transform.NullCheck",
            "groovy.transform.PackageScope",
            "groovy.transform.PropertyOptions",
            "groovy.transform.RecordBase",
            "groovy.transform.RecordOptions",
            "groovy.transform.RecordType",
            "groovy.transform.Sealed",
            "groovy.transform.SealedOptions",
            "groovy.transform.SelfType",
            "groovy.transform.Sortable",
            "groovy.transform.Synchronized",
            "groovy.transform.ToString",
            "groovy.transform.Trait",
            "groovy.transform.TupleConstructor",
            "groovy.transform.TypeChecked",
            "groovy.transform.VisibilityOptions",
            "groovy.transform.builder.Builder");

    /** Members that name code for the compiler to run. */
    private static final Set<String> HOOKS = Set.of("extensions", "processor", "builderStrategy");

    private static final Pattern TRANSFORM = Pattern.compile("(?:org\\.codehaus\\.)?groovy\\.transform\\.(?:\\w+\\.)*"
            + "(\\w+?)(?:Completion)?(?:ASTTransformation|ASTStubber|Transformation)");

    /** The compiler's own names for the work of some, and what makes a runbook a {@link RunbookScript}. */
    private static final Set<String> BY_OTHER_NAMES = Set.of("StaticTypes", "StaticCompile", "Record", "BaseScript");

    private Allowed() {}

    /** Whether a runbook may use the annotation of this full name. */
    static boolean annotation(String name) {
        return ANNOTATIONS.contains(name);
    }

    /** A member that this use of an annotation must not have, or null. */
    static @Nullable String hook(Iterable<String> members) {
        for (String member : members) {
            if (HOOKS.contains(member)) {
                return member;
            }
        }
        return null;
    }

    /** Whether the compiler may run this class for an annotation. */
    static boolean isTransform(String type) {
        Matcher matcher = TRANSFORM.matcher(type);
        return matcher.matches()
                && (BY_OTHER_NAMES.contains(matcher.group(1))
                        || ANNOTATIONS.stream().anyMatch(name -> name.endsWith("." + matcher.group(1))));
    }

    /** The short names in alphabetical order, for the page that lists them. */
    static List<String> names() {
        return ANNOTATIONS.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .sorted()
                .toList();
    }
}
