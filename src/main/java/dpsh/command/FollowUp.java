package dpsh.command;

import org.jspecify.annotations.Nullable;

/** Lines that a command has carried out once it has ended, through the same door as lines that are typed. */
public interface FollowUp {
    /**
     * The next line; asked for on the thread that carries lines out, while none is.
     *
     * @param code what the line before ended with, or null before the first
     * @return null at the end
     * @throws dpsh.arm.DpshException to end with this error
     */
    @Nullable
    String next(@Nullable Integer code);

    /** What the whole ended with. */
    int code();
}
