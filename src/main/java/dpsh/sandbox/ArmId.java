package dpsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An ARM ID as the service sees it: a subscription, a resource group or a resource below one. Compares without case,
 * keeps its spelling.
 */
final class ArmId implements Comparable<ArmId> {
    private static final int GROUP_PARTS = 4;
    private static final int RESOURCE_PARTS = 8;

    private final String text;
    private final String key;
    private @Nullable List<String> parts;
    private @Nullable ArmId parent;

    private ArmId(String text) {
        this.text = text;
        this.key = text.toLowerCase(Locale.ROOT);
    }

    /** The ID in this text, or null when it is none. */
    static @Nullable ArmId parse(@Nullable String text) {
        if (text == null || !text.startsWith("/")) {
            return null;
        }
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        List<String> parts =
                List.of(trimmed.substring(Math.min(1, trimmed.length())).split("/", -1));
        if (parts.size() % 2 != 0 || parts.stream().anyMatch(String::isBlank)) {
            return null;
        }
        boolean subscription = parts.get(0).equalsIgnoreCase("subscriptions");
        boolean group = parts.size() < GROUP_PARTS || parts.get(2).equalsIgnoreCase("resourceGroups");
        boolean resource = parts.size() == 2
                || parts.size() == GROUP_PARTS
                || (parts.size() >= RESOURCE_PARTS && parts.get(4).equalsIgnoreCase("providers"));
        return subscription && group && resource ? new ArmId(trimmed) : null;
    }

    /** The ID in this text. Throws IllegalArgumentException when it is none. */
    static ArmId of(String text) {
        ArmId id = parse(text);
        if (id == null) {
            throw new IllegalArgumentException("Not an ARM ID: " + text);
        }
        return id;
    }

    /** A location of the provider in a subscription; it has no resource group. Its children can be named. */
    static ArmId location(String subscription, String location) {
        return raw("/subscriptions/" + subscription + "/providers/Microsoft.DataProtection/locations/"
                + Vault.normalLocation(location));
    }

    /** What {@link #location} and {@link #child} made, from its text. */
    static ArmId raw(String text) {
        return new ArmId(text);
    }

    static ArmId subscription(String subscription) {
        return of("/subscriptions/" + subscription);
    }

    static ArmId group(String subscription, String group) {
        return of("/subscriptions/" + subscription + "/resourceGroups/" + group);
    }

    /** The ID of a resource in this resource group. */
    ArmId resource(String namespace, String type, String name) {
        return of(text + "/providers/" + namespace + "/" + type + "/" + name);
    }

    /** The ID of a child of this resource. */
    ArmId child(String type, String name) {
        ArmId child = raw(text + "/" + type + "/" + name);
        child.parent = this;
        return child;
    }

    /** The segments, taken apart when they are first asked for: of the many IDs of a big world few ever are. */
    private List<String> parts() {
        List<String> known = parts;
        if (known == null) {
            known = List.of(text.substring(1).split("/", -1));
            parts = known;
        }
        return known;
    }

    String text() {
        return text;
    }

    /** The text in lower case: equal IDs have equal keys. */
    String key() {
        return key;
    }

    String subscription() {
        return parts().get(1);
    }

    /** The resource group's name, empty for a subscription. */
    String group() {
        return parts().size() >= GROUP_PARTS ? parts().get(3) : "";
    }

    /** The resource group's ID. Only for groups and resources. */
    ArmId groupId() {
        return group(subscription(), group());
    }

    boolean isSubscription() {
        return parts().size() == 2;
    }

    boolean isGroup() {
        return parts().size() == GROUP_PARTS;
    }

    /** Namespace and types, like {@code Microsoft.Compute/disks}; empty for subscriptions and groups. */
    String type() {
        if (parts().size() < RESOURCE_PARTS) {
            return "";
        }
        StringBuilder type = new StringBuilder(parts().get(5));
        for (int i = 6; i < parts().size(); i += 2) {
            type.append('/').append(parts().get(i));
        }
        return type.toString();
    }

    boolean hasType(String type) {
        return type().equalsIgnoreCase(type);
    }

    /** The last segment. */
    String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** The resource that this child belongs to. Only for child resources. */
    ArmId parent() {
        ArmId known = parent;
        if (known == null) {
            known = of("/" + String.join("/", parts().subList(0, parts().size() - 2)));
            parent = known;
        }
        return known;
    }

    /** This ID and those above it: parents, the group, the subscription. */
    List<ArmId> lineage() {
        List<ArmId> lineage = new ArrayList<>();
        int end = text.length();
        for (int size = parts().size(); size >= 2; size -= 2) {
            if (size >= RESOURCE_PARTS || size <= GROUP_PARTS) {
                lineage.add(raw(end == text.length() ? text : text.substring(0, end)));
            }
            end = text.lastIndexOf('/', text.lastIndexOf('/', end - 1) - 1);
        }
        return lineage;
    }

    /** Whether the other ID is this one or below it. */
    boolean holds(ArmId other) {
        return other.key.equals(key) || other.key.startsWith(key + "/");
    }

    @Override
    public int compareTo(ArmId other) {
        return key.compareTo(other.key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArmId id && id.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
