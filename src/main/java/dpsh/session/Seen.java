package dpsh.session;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * Something seen in an answer of the service, for Tab.
 *
 * @param kind its kind in the command language: {@code disk}
 * @param name what the operator calls it
 * @param note a few words about it
 * @param standing how it is protected, or null when the answer does not say
 * @param fits the word of the datasource kind that it goes with ({@code disk}), or null
 * @param guards what it protects, or null
 */
public record Seen(
        String kind,
        ResourceId id,
        String name,
        @Nullable Location location,
        @Nullable String note,
        @Nullable String standing,
        @Nullable String fits,
        @Nullable ResourceId guards) {
    public static final String PROTECTED = "protected";
    public static final String UNPROTECTED = "not protected";

    /** Something that has nothing to do with protection, or of which that is not known. */
    public Seen(String kind, ResourceId id, String name, @Nullable Location location, @Nullable String note) {
        this(kind, id, name, location, note, null, null, null);
    }

    /** The same, and whether anything protects it. */
    public Seen standing(boolean isProtected) {
        return new Seen(kind, id, name, location, note, isProtected ? PROTECTED : UNPROTECTED, fits, guards);
    }

    /** The same, and what it goes with. */
    public Seen fitting(@Nullable String datasourceWord) {
        return new Seen(kind, id, name, location, note, standing, datasourceWord, guards);
    }

    /** The same, and what it protects. */
    public Seen guarding(@Nullable ResourceId datasource) {
        return new Seen(kind, id, name, location, note, standing, fits, datasource);
    }
}
