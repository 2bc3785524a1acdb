package dpsh.session;

import dpsh.arm.DpshException;
import java.util.regex.Pattern;

/** A name that the operator typed in place of an ID, before it becomes a part of one. */
public final class PlainName {
    /** No resource that is looked up by name has a longer one; a backup instance's is at most 260 here. */
    private static final int MAX_LENGTH = 260;

    private static final int SHOWN = 60;

    /** Letters of any script, digits, and what Azure's names hold besides: those of groups allow the most. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._()-]+");

    private PlainName() {}

    /**
     * The name without blanks around it.
     *
     * @param noun what is named, such as "vault"
     * @throws DpshException.Usage when no such thing can have this name
     */
    public static String of(String noun, String given) {
        String name = text(noun, given);
        if (!NAME.matcher(name).matches()) {
            throw wrong(name, noun, "it holds a character that no name has");
        }
        return name;
    }

    /**
     * The same for a display name, which may hold anything.
     *
     * @throws DpshException.Usage when it is empty or too long
     */
    public static String text(String noun, String given) {
        String name = given.strip();
        if (name.isEmpty()) {
            throw new DpshException.Usage("an empty name is no " + noun, null, "give its name or ID");
        }
        if (name.length() > MAX_LENGTH) {
            throw wrong(name.substring(0, SHOWN) + "...", noun, "it is longer than " + MAX_LENGTH + " characters");
        }
        return name;
    }

    private static DpshException.Usage wrong(String name, String noun, String why) {
        return new DpshException.Usage("'" + name + "' is no name of a " + noun, why, "give its name or ID");
    }
}
