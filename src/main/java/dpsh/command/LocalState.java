package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.session.KnownIndex;
import dpsh.store.IndexState;
import dpsh.view.CensusView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the local database says, for {@code status}: how much is open and how much is known. It need not be readable. */
final class LocalState {
    private final @Nullable Integer openOperations;
    private final List<IndexState.Census> known;
    private final IndexState.@Nullable Refreshed refreshed;
    private final @Nullable String trouble;

    LocalState(Desk desk) {
        Integer open = null;
        List<IndexState.Census> census = List.of();
        IndexState.Refreshed last = null;
        String why = null;
        try {
            open = desk.service().operations().list(true, 10_000).size();
            KnownIndex index = desk.session().known();
            census = index.census();
            last = index.refreshed();
        } catch (DpshException.LedgerUnavailable e) {
            why = "unknown: " + desk.said(e).text();
        }
        this.openOperations = open;
        this.known = census;
        this.refreshed = last;
        this.trouble = why;
    }

    /** Null when it cannot be read. */
    @Nullable
    Integer openOperations() {
        return openOperations;
    }

    String operationsWords() {
        return openOperations == null ? String.valueOf(trouble) : openOperations.toString();
    }

    /** {@code 23 resources, listed 3 min ago from Resource Graph}; null when it cannot be read. */
    @Nullable
    String knownWords() {
        return openOperations == null ? null : new CensusView(Instant.now()).summary(known, refreshed);
    }

    /** Null when it cannot be read. */
    @Nullable
    Map<String, @Nullable Object> knownJson() {
        return openOperations == null ? null : CensusView.json(known, refreshed);
    }
}
