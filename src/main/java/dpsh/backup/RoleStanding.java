package dpsh.backup;

import org.jspecify.annotations.Nullable;

/**
 * Whether one needed role is held.
 *
 * @param held the assignment that gives it, or null when it is missing
 */
public record RoleStanding(RoleNeed need, @Nullable RoleAssignment held) {
    public boolean isMissing() {
        return held == null;
    }
}
