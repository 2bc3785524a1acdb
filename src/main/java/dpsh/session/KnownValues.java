package dpsh.session;

import java.util.List;

/** The names and IDs that are known already. Answers at once from memory or the local index, never from the network. */
public interface KnownValues {
    /** Knows nothing. */
    KnownValues NONE = (kind, prefix) -> List.of();

    /**
     * What could stand for a kind of thing.
     *
     * @param kind a noun of the command language, lower case with hyphens: {@code vault}, {@code policy}, {@code disk},
     *     {@code snapshot-group}; an unknown kind has no candidates
     * @param prefix what was typed so far, possibly empty; compared without case. When it begins with {@code /}, IDs are
     *     wanted
     */
    List<Known> candidates(String kind, String prefix);
}
