package dpsh.shell;

import dpsh.session.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What the prompt tells: where the operator stands.
 *
 * @param label the profile's word: {@code sandbox}, {@code Azure}
 * @param subscription its display name, or its ID when no name is known; null before one was chosen
 * @param group the resource group's name, shown while there is no vault
 * @param vault the vault's name
 * @param mode what changes meet there
 * @param running how many operations and runs go on
 */
public record Standing(
        String label,
        @Nullable String subscription,
        @Nullable String group,
        @Nullable String vault,
        Mode mode,
        int running) {
    /** A place where changes are carried out and nothing goes on. */
    public Standing(String label, @Nullable String subscription, @Nullable String group, @Nullable String vault) {
        this(label, subscription, group, vault, Mode.OPEN, 0);
    }
}
