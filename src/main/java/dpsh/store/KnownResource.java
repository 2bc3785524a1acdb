package dpsh.store;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was listed or seen.
 *
 * @param id in the spelling it was seen in
 * @param kind what it is, in the caller's words ({@code vault}, {@code disk}); compared with case
 * @param name what the operator calls it
 * @param location its region, or null when it has none or that was not seen
 * @param note a few words for completion ({@code Premium_LRS}), or null when there is nothing new to say
 * @param standing how it is protected, in a word or two, or null when that is not known or nothing new
 * @param fits the kind of datasource that it goes with ({@code disk}), or null for none or nothing new
 * @param seenAt when, on the wall clock, to the millisecond
 */
public record KnownResource(
        ResourceId id,
        String kind,
        String name,
        @Nullable Location location,
        @Nullable String note,
        @Nullable String standing,
        @Nullable String fits,
        Instant seenAt) {
    /** One of which nothing is known about protection. */
    public KnownResource(
            ResourceId id,
            String kind,
            String name,
            @Nullable Location location,
            @Nullable String note,
            Instant seenAt) {
        this(id, kind, name, location, note, null, null, seenAt);
    }
}
