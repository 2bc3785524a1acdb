package dpsh.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
     * @return those that begin so; where none does, those that have it in them. A name that several things have stands there
     *     as their IDs
     */
    List<Known> candidates(String kind, String prefix);

    /** The same, best first for this line. */
    default List<Known> candidates(String kind, String prefix, LineSoFar line) {
        return candidates(kind, prefix);
    }

    /** All that these know, in their order. */
    static KnownValues of(List<KnownValues> sources) {
        return new KnownValues() {
            @Override
            public List<Known> candidates(String kind, String prefix) {
                return candidates(kind, prefix, LineSoFar.NOTHING);
            }

            @Override
            public List<Known> candidates(String kind, String prefix, LineSoFar line) {
                List<Known> all = new ArrayList<>();
                sources.forEach(source -> all.addAll(source.candidates(kind, prefix, line)));
                return all;
            }
        };
    }

    /** What another knows that is asked for first when somebody asks this one. */
    static KnownValues late(Supplier<KnownValues> source) {
        return new KnownValues() {
            @Override
            public List<Known> candidates(String kind, String prefix) {
                return source.get().candidates(kind, prefix);
            }

            @Override
            public List<Known> candidates(String kind, String prefix, LineSoFar line) {
                return source.get().candidates(kind, prefix, line);
            }
        };
    }
}
