package dpsh.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ID of something in Azure Resource Manager: a subscription, a resource group, a resource, a child of one, or an
 * extension of any of these ({@code /scope/providers/Namespace/type/name}).
 *
 * <p>Two IDs are equal when they differ in case only; {@link #toString()} keeps the spelling that was given. Any
 * non-empty subscription segment is accepted: the articles mask theirs, so they are no GUIDs.
 *
 * <p>Grammar: "Understand the structure and syntax of ARM templates, resource IDs" (Microsoft Learn, 2025).
 */
public final class ResourceId implements Comparable<ResourceId> {
    /** ARM refuses longer URLs; an ID beyond this is a paste accident. */
    private static final int MAX_LENGTH = 2048;

    private static final String GROUP_TYPE = "Microsoft.Resources/resourceGroups";
    private static final String SUBSCRIPTION_TYPE = "Microsoft.Resources/subscriptions";

    private final String text;
    private final String folded;
    private final List<String> segments;
    /** Index of the last {@code providers} segment, or -1. */
    private final int lastProviders;

    private ResourceId(String text, List<String> segments) {
        this.text = text;
        this.folded = text.toLowerCase(Locale.ROOT);
        this.segments = segments;
        this.lastProviders = lastProviders(segments);
    }

    /**
     * Reads an ID. Surrounding blanks, one pair of quotes and a trailing slash are forgiven, as people paste them.
     *
     * @throws DpshException.Usage naming the first thing that is wrong with it
     */
    public static ResourceId parse(String given) {
        String id = unquote(given.strip());
        if (id.length() > 1 && id.endsWith("/")) {
            id = id.substring(0, id.length() - 1);
        }
        if (id.isEmpty()) {
            throw malformed(given, "it is empty");
        }
        if (id.length() > MAX_LENGTH) {
            throw malformed(id.substring(0, 60) + "...", "it is longer than " + MAX_LENGTH + " characters");
        }
        if (id.regionMatches(true, 0, "http://", 0, 7) || id.regionMatches(true, 0, "https://", 0, 8)) {
            throw malformed(id, "it is a URL; give the part that begins with /subscriptions/");
        }
        if (!id.startsWith("/")) {
            throw malformed(id, "it does not begin with /subscriptions/");
        }
        int question = id.indexOf('?');
        if (question >= 0) {
            throw malformed(id, "it carries a query (" + id.substring(question) + ")");
        }
        List<String> segments = List.of(id.substring(1).split("/", -1));
        check(id, segments);
        return new ResourceId(id, segments);
    }

    /** The subscription's own ID. */
    public static ResourceId ofSubscription(SubscriptionId subscription) {
        return parse("/subscriptions/" + subscription);
    }

    /** The ID of a resource group. */
    public static ResourceId ofGroup(SubscriptionId subscription, String group) {
        return parse("/subscriptions/" + subscription + "/resourceGroups/" + group);
    }

    /** Whether the text is meant as an ID and not as a plain name: it begins with a slash. */
    public static boolean looksLikeId(String given) {
        return unquote(given.strip()).startsWith("/");
    }

    private static void check(String id, List<String> segments) {
        for (String segment : segments) {
            if (segment.isBlank()) {
                throw malformed(id, "it has an empty segment (two slashes in a row)");
            }
            if (segment.chars()
                    .anyMatch(c -> c < 0x20 || c == 0x7f || Character.isWhitespace(c) || c == '#' || c == '\\')) {
                throw malformed(id, "the segment '" + segment + "' has a blank or a character that no ID has");
            }
            if (segment.equals(".") || segment.equals("..")) {
                throw malformed(id, "the segment '" + segment + "' is a path step, not a name");
            }
        }
        boolean provider = segments.get(0).equalsIgnoreCase("providers");
        if (!provider && !segments.get(0).equalsIgnoreCase("subscriptions")) {
            throw malformed(id, "it begins with /" + segments.get(0) + "/ and not with /subscriptions/");
        }
        if (provider) {
            checkProvider(id, segments, 0);
            return;
        }
        if (segments.size() == 1) {
            throw malformed(id, "the subscription is missing after /subscriptions/");
        }
        int next = 2;
        if (segments.size() > next && segments.get(next).equalsIgnoreCase("resourceGroups")) {
            if (segments.size() == next + 1) {
                throw malformed(id, "the name is missing after " + segments.get(next));
            }
            next += 2;
        }
        if (segments.size() > next) {
            if (!segments.get(next).equalsIgnoreCase("providers")) {
                throw malformed(
                        id, "'" + segments.get(next) + "' stands where 'resourceGroups' or 'providers' belongs");
            }
            checkProvider(id, segments, next);
        }
    }

    /** From {@code providers}: a namespace, then pairs of type and name, then perhaps an extension's {@code providers}. */
    private static void checkProvider(String id, List<String> segments, int providers) {
        int namespace = providers + 1;
        if (segments.size() <= namespace) {
            throw malformed(id, "the namespace is missing after 'providers'");
        }
        if (segments.size() == namespace + 1) {
            throw malformed(id, "the type is missing after " + segments.get(namespace));
        }
        for (int i = namespace + 1; i < segments.size(); i += 2) {
            if (segments.get(i).equalsIgnoreCase("providers")) {
                checkProvider(id, segments, i);
                return;
            }
            if (i + 1 == segments.size()) {
                throw malformed(id, "the name is missing after '" + segments.get(i) + "'");
            }
        }
    }

    private static int lastProviders(List<String> segments) {
        int last = -1;
        int i = segments.get(0).equalsIgnoreCase("providers") ? 0 : 2;
        if (i == 2 && segments.size() > 2 && segments.get(2).equalsIgnoreCase("resourceGroups")) {
            i = 4;
        }
        while (i < segments.size()) {
            if (segments.get(i).equalsIgnoreCase("providers")) {
                last = i;
            }
            i += 2;
        }
        return last;
    }

    private static String unquote(String given) {
        boolean quoted = given.length() >= 2
                && (given.charAt(0) == '"' || given.charAt(0) == '\'')
                && given.charAt(given.length() - 1) == given.charAt(0);
        return quoted ? given.substring(1, given.length() - 1) : given;
    }

    private static DpshException.Usage malformed(String id, String why) {
        return new DpshException.Usage(
                "'" + id + "' is no resource ID",
                why,
                "an ID looks like /subscriptions/<subscription>/resourceGroups/<group>/providers/<namespace>/<type>/<name>");
    }

    /** The segments in their own spelling, without slashes. */
    public List<String> segments() {
        return segments;
    }

    /** The subscription, or null for an ID that has none (a tenant-wide role definition). */
    public @Nullable SubscriptionId subscription() {
        return segments.get(0).equalsIgnoreCase("subscriptions") ? new SubscriptionId(segments.get(1)) : null;
    }

    /** The resource group's name, or null outside of one. */
    public @Nullable String resourceGroup() {
        return segments.size() > 3 && segments.get(2).equalsIgnoreCase("resourceGroups") ? segments.get(3) : null;
    }

    /** The last segment. */
    public String name() {
        return segments.get(segments.size() - 1);
    }

    /** The full type, such as {@code Microsoft.Compute/disks}, in the spelling given. */
    public String type() {
        if (lastProviders < 0) {
            return segments.size() > 3 ? GROUP_TYPE : SUBSCRIPTION_TYPE;
        }
        StringBuilder type = new StringBuilder(segments.get(lastProviders + 1));
        for (int i = lastProviders + 2; i < segments.size(); i += 2) {
            type.append('/').append(segments.get(i));
        }
        return type.toString();
    }

    /** Whether the ID is of this full type, without regard to case. */
    public boolean isOf(String fullType) {
        return type().equalsIgnoreCase(fullType);
    }

    /** Whether this is a resource group. */
    public boolean isGroup() {
        return lastProviders < 0 && segments.size() == 4;
    }

    /** Whether this is a subscription. */
    public boolean isSubscription() {
        return lastProviders < 0 && segments.size() == 2;
    }

    /** What contains it: the parent resource, the group, the subscription; null above a subscription. */
    public @Nullable ResourceId parent() {
        if (lastProviders < 0) {
            return segments.size() > 3 ? new ResourceId(join(2), segments.subList(0, 2)) : null;
        }
        boolean topLevel = segments.size() <= lastProviders + 4;
        int keep = topLevel ? lastProviders : segments.size() - 2;
        return keep == 0 ? null : new ResourceId(join(keep), segments.subList(0, keep));
    }

    /** A child resource, or for a group a resource in it with its full type ({@code Microsoft.Compute/disks}). */
    public ResourceId child(String type, String name) {
        String middle = lastProviders < 0 ? "/providers/" : "/";
        return parse(text + middle + type + "/" + name);
    }

    /** An extension resource on this scope. */
    public ResourceId extension(String fullType, String name) {
        return parse(text + "/providers/" + fullType + "/" + name);
    }

    /** Whether this ID is the other or lies below it. */
    public boolean isWithin(ResourceId scope) {
        return folded.equals(scope.folded) || folded.startsWith(scope.folded + "/");
    }

    /** The lower-cased form: the key that names and indexes are derived from. */
    public String folded() {
        return folded;
    }

    private String join(int count) {
        return "/" + String.join("/", new ArrayList<>(segments.subList(0, count)));
    }

    @Override
    public int compareTo(ResourceId other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceId id && folded.equals(id.folded);
    }

    @Override
    public int hashCode() {
        return Objects.hash(folded);
    }

    @Override
    public String toString() {
        return text;
    }
}
