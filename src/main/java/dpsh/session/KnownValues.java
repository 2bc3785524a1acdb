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
     *     wanted, segment by segment: of each as much as reaches the next {@code /} at which ways part, and then not
     *     complete. Where there are too many to offer them all, the last one is among them, so that what all of them have
     *     in common can be told
     */
    List<Known> candidates(String kind, String prefix);
}
