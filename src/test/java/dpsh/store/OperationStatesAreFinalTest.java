package dpsh.store;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ErrorBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is called in whatever order, an operation only moves forward and its first end is its last. */
class OperationStatesAreFinalTest {
    private static @Nullable Path directory;
    private static @Nullable LocalDatabase database;

    @BeforeContainer
    static void open() throws IOException {
        directory = Files.createTempDirectory("dpsh-states-");
        database = Ledgers.database(directory);
    }

    @AfterContainer
    static void close() throws IOException {
        database.close();
        Files.delete(directory.resolve("dpsh.db"));
        Files.delete(directory);
    }

    enum Call {
        ACCEPTED(OperationState.ACCEPTED),
        SETTLING(OperationState.SETTLING),
        SUCCEEDED(OperationState.SUCCEEDED),
        FAILED(OperationState.FAILED),
        CANCELED(OperationState.CANCELED),
        UNANSWERED(OperationState.UNANSWERED),
        NOT_SENT(OperationState.NOT_SENT),
        LOST(OperationState.LOST),
        POLLED(null);

        private final @Nullable OperationState leadsTo;

        Call(@Nullable OperationState leadsTo) {
            this.leadsTo = leadsTo;
        }

        void on(OperationLog log, long number) {
            switch (this) {
                case ACCEPTED -> log.accepted(number, Ledgers.accepted());
                case SETTLING -> log.settling(number, "s");
                case SUCCEEDED -> log.succeeded(number, "d");
                case FAILED -> log.failed(number, 409, ErrorBody.of("C", "m"), "corr");
                case CANCELED -> log.canceled(number, ErrorBody.of("X", "y"));
                case UNANSWERED -> log.unanswered(number, true, "reset");
                case NOT_SENT -> log.unanswered(number, false, "refused");
                case LOST -> log.lost(number, "nothing to follow");
                case POLLED -> log.polled(number, "p");
            }
        }
    }

    @Property(tries = 150)
    void anOperationOnlyMovesForward(@ForAll @Size(max = 8) List<Call> calls) {
        OperationLog log = Ledgers.log(database);
        long number = log.record(Ledgers.request(Ledgers.WORLD, "c"));
        OperationRow before = log.find(number);
        for (Call call : calls) {
            call.on(log, number);
            OperationRow after = log.find(number);
            if (before.state().ended()) {
                assertThat(after).isEqualTo(before);
            } else {
                boolean allowed = call.leadsTo != null && next(before.state()).contains(call.leadsTo);
                assertThat(after.state()).isEqualTo(allowed ? call.leadsTo : before.state());
            }
            assertThat(after.endedAt() != null).isEqualTo(after.state().ended());
            before = after;
        }
    }

    private static Set<OperationState> next(OperationState state) {
        Set<OperationState> next = EnumSet.allOf(OperationState.class);
        next.remove(OperationState.RECORDED);
        switch (state) {
            case RECORDED, UNANSWERED -> {}
            case ACCEPTED -> next.removeAll(Set.of(OperationState.UNANSWERED, OperationState.NOT_SENT));
            case SETTLING ->
                next.removeAll(Set.of(OperationState.ACCEPTED, OperationState.UNANSWERED, OperationState.NOT_SENT));
            case NOT_SENT, SUCCEEDED, FAILED, CANCELED, LOST -> next.clear();
        }
        return next;
    }
}
