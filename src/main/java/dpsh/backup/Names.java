package dpsh.backup;

import dpsh.arm.ResourceId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/**
 * Names that are derived and never drawn, so that the same request always has the same name (law 4): a repeated command
 * finds what the first one made.
 *
 * <p>Both kinds are version-5 UUIDs (RFC 9562) in a namespace that must never change: another namespace would make a second
 * instance of everything.
 */
public final class Names {
    /** The namespace of backup instance names: over the lower-cased ID of the datasource. */
    public static final UUID INSTANCE_NAMESPACE = UUID.fromString("b4f7e0c2-5d0a-4a7e-9a53-0c0f2f6d7c11");

    /** The namespace of role assignment names: over scope, role and principal. */
    public static final UUID ASSIGNMENT_NAMESPACE = UUID.fromString("3f0a9d64-8c1b-4f7d-b0e2-7d5a1c9e4b22");

    private Names() {}

    /** {@code <resource name>-<UUID>}, as the articles shape it. */
    public static String instanceName(ResourceId datasource) {
        return datasource.name() + "-" + nameBased(INSTANCE_NAMESPACE, datasource.folded());
    }

    /** The GUID of the role assignment for this scope, role and principal. */
    public static UUID assignmentName(ResourceId scope, Role role, String principalId) {
        return nameBased(
                ASSIGNMENT_NAMESPACE, scope.folded() + "|" + role.id() + "|" + principalId.toLowerCase(Locale.ROOT));
    }

    /** A version-5 UUID: SHA-1 over the namespace's bytes and the name's UTF-8. */
    static UUID nameBased(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array());
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = digest.getLong() & 0xffff_ffff_ffff_0fffL | 0x5000L;
        long low = digest.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
