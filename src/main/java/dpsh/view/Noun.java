package dpsh.view;

/** What the rows of a list are, for totals: "1 vault", "3 policies", "no backup instances". */
public record Noun(String one, String many) {
    /** A noun that takes an s. */
    public static Noun of(String one) {
        return new Noun(one, one + "s");
    }

    /** The number with the noun. */
    public String count(int number) {
        return number == 0 ? "no " + many : number + " " + (number == 1 ? one : many);
    }
}
