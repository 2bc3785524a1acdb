package dpsh.command;

import dpsh.store.OperationRow;
import dpsh.view.Cell;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows nothing. */
final class NoBackground implements Background {
    @Override
    public void begin(Consumer<Cell> teller) {
        // Nothing will be told.
    }

    @Override
    public void commandBegins() {
        // Nothing is followed that would make room.
    }

    @Override
    public void commandEnds() {
        // What it left open is not followed.
    }

    @Override
    public boolean isFollowing() {
        return false;
    }

    @Override
    public @Nullable Instant nextLook(long number) {
        return null;
    }

    @Override
    public int running() {
        return 0;
    }

    @Override
    public List<OperationRow> left() {
        return List.of();
    }
}
