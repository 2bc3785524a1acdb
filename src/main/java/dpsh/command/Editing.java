package dpsh.command;

import org.jspecify.annotations.Nullable;

/** What an operator at a prompt can do with a text: change it in their own editor, and have it as the next line. */
public interface Editing {
    /**
     * Has a text edited, and returns it as it was left.
     *
     * @param text what the editor begins with
     * @param ending of the file's name, such as {@code .json}: editors tell the language by it
     * @throws dpsh.arm.DpshException.Refused when there is no editor, or it failed
     * @throws dpsh.arm.DpshException.Interrupted when the operator interrupted it
     */
    String edit(String text, String ending);

    /** The newest line that was typed and does not edit one; null when there is none. */
    @Nullable
    String lastLine();

    /** Puts a line behind the next prompt, where it can be changed and waits for Enter. */
    void propose(String line);
}
