package dpsh.arm;

import java.util.List;
import java.util.function.Function;

/** The one thing that a name means. */
public final class OneHit {
    private OneHit() {}

    /**
     * The only one of them.
     *
     * @param noun what is looked for, such as "vault"
     * @param given the name
     * @param next what to do when there is none
     * @throws DpshException.Usage when there is none, or more than one, naming their IDs
     */
    public static <T> T of(List<T> hits, String noun, String given, Function<T, ResourceId> id, String next) {
        if (hits.size() == 1) {
            return hits.get(0);
        }
        if (hits.isEmpty()) {
            throw new DpshException.Usage("there is no " + noun + " '" + given + "'", null, next);
        }
        throw new DpshException.Usage(
                "there are " + hits.size() + " of the name '" + given + "' (" + noun + ")",
                String.join(
                        " and ",
                        hits.stream().map(hit -> id.apply(hit).toString()).toList()),
                "give the ID of the one you mean");
    }
}
