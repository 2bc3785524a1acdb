package dpsh.session;

import org.jspecify.annotations.Nullable;

/**
 * A place as somebody named it, not looked up yet.
 *
 * @param subscription a name or ID, or null
 * @param group a name or ID, or null
 * @param vault a name or ID, or null
 */
public record PlaceNames(
        @Nullable String subscription,
        @Nullable String group,
        @Nullable String vault) {
    public static final PlaceNames NONE = new PlaceNames(null, null, null);

    public boolean isEmpty() {
        return subscription == null && group == null && vault == null;
    }
}
