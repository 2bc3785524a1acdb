package dpsh.command;

import dpsh.store.OperationRow;
import dpsh.view.Cell;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes on while nobody waits for it: operations of this session and those that earlier ones left open. */
public interface Background {
    /** Where there is no prompt, nothing is followed and nothing told. */
    Background NONE = new NoBackground();

    /**
     * A prompt is there: from now on what ends is told.
     *
     * @param teller given one line each time; called from any thread
     */
    void begin(Consumer<Cell> teller);

    /** A line begins to be carried out, or a command that follows what was sent before it: what is sent from now on is its own. */
    void commandBegins();

    /** It ended: what it left open is followed. Returns at once. */
    void commandEnds();

    /** Whether what is left open is followed, as it is behind a prompt. */
    boolean isFollowing();

    /** When an operation is asked about next, by the service's clock; null when it is not followed. Answers from memory. */
    @Nullable
    Instant nextLook(long number);

    /** How many operations and runs of this service go on, as last seen. Answers from memory. */
    int running();

    /**
     * The open operations that were sent by this process or by one that is gone, as the ledger has them now; oldest first. None
     * where nothing is followed, or the ledger cannot be read.
     */
    List<OperationRow> left();
}
