package dpsh;

import dpsh.command.Background;
import dpsh.session.Revalidator;
import dpsh.store.OperationRow;
import dpsh.view.Cell;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whoever works while nobody waits: one follows what was begun, the other keeps what Tab knows up to date. */
record Companions(Background follower, Revalidator revalidator) implements Background {
    @Override
    public void begin(Consumer<Cell> teller) {
        follower.begin(teller);
        revalidator.atPrompt();
    }

    @Override
    public void commandBegins() {
        revalidator.busy();
        follower.commandBegins();
    }

    @Override
    public void commandEnds() {
        follower.commandEnds();
        revalidator.atPrompt();
    }

    @Override
    public boolean isFollowing() {
        return follower.isFollowing();
    }

    @Override
    public @Nullable Instant nextLook(long number) {
        return follower.nextLook(number);
    }

    @Override
    public int running() {
        return follower.running();
    }

    @Override
    public List<OperationRow> left() {
        return follower.left();
    }
}
