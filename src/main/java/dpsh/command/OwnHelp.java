package dpsh.command;

import org.jspecify.annotations.Nullable;

/** A command that tells, with {@code --help} and an argument, what the argument does. */
interface OwnHelp {
    /** The text, or null to show the command's own help. */
    @Nullable
    String help();
}
