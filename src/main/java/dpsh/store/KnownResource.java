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
 * @param note a few words for completion ({@code policy for disks}, {@code protected}), or null when there is nothing new
 *     to say
 * @param seenAt when, on the wall clock, to the millisecond
 */
public record KnownResource(
        ResourceId id,
        String kind,
        String name,
        @Nullable Location location,
        @Nullable String note,
        Instant seenAt) {}
