package dpsh.runbook;

import dpsh.arm.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * How protecting one datasource ended. True in a condition when it is protected now.
 *
 * @param result "protected", "unchanged", "blocked", "running", "failed" or "shown"
 * @param detail why, or the instance's state
 * @param instance the name of the backup instance, or null
 */
public record ProtectResult(
        ResourceId datasource,
        String result,
        String detail,
        @Nullable String instance) {
    public boolean isProtected() {
        return result.equals("protected") || result.equals("unchanged");
    }

    /** Groovy's truth. */
    public boolean asBoolean() {
        return isProtected();
    }
}
