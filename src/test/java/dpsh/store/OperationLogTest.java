package dpsh.store;

import static dpsh.store.Ledgers.DISK;
import static dpsh.store.Ledgers.WORLD;
import static dpsh.store.Ledgers.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationLogTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final String SIGNED =
            "https://management.azure.com/subscriptions/s/providers/Microsoft.DataProtection/operationStatus/x?t=1&s=SECRET";

    @TempDir
    Path directory;

    private LocalDatabase database;
    private OperationLog log;

    @BeforeEach
    void open() {
        database = Ledgers.database(directory);
        log = new OperationLog(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRecordedRequestReadsBackAsItWasGiven() {
        NewOperation request = request(WORLD, "client-1");
        long number = log.record(request);
        OperationRow row = log.find(number);
        assertThat(number).isEqualTo(1);
        assertThat(row)
                .isEqualTo(new OperationRow(
                        1,
                        WORLD,
                        request.operation(),
                        "PUT",
                        request.url(),
                        DISK,
                        "client-1",
                        OperationState.RECORDED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        NOW,
                        null,
                        null,
                        null,
                        row.owner(),
                        null));
        assertThat(row.target()).hasToString(DISK.toString());
        assertThat(row.owner().pid()).isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void aRequestWithoutATargetIsFine() {
        long number = log.record(new NewOperation(WORLD, "op", "POST", "https://x/y", null, "c"));
        assertThat(log.find(number).target()).isNull();
    }

    @Test
    void anAnswerIsKeptByteForByte() {
        long number = log.record(request(WORLD, "c"));
        log.accepted(number, new OperationAnswer(201, SIGNED, SIGNED + "2", Duration.ofMillis(1500), "corr"));
        OperationRow row = log.find(number);
        assertThat(row.state()).isEqualTo(OperationState.ACCEPTED);
        assertThat(row.httpStatus()).isEqualTo(201);
        assertThat(row.asyncUrl()).isEqualTo(SIGNED);
        assertThat(row.locationUrl()).isEqualTo(SIGNED + "2");
        assertThat(row.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(row.correlationId()).isEqualTo("corr");
        assertThat(row.answeredAt()).isEqualTo(NOW);
        assertThat(row.endedAt()).isNull();
    }

    @Test
    void theWayToSuccessKeepsTheDetailThatWasSeenLast() {
        long number = log.record(request(WORLD, "c"));
        log.accepted(number, Ledgers.accepted());
        log.polled(number, "Inprogress");
        log.settling(number, "ConfiguringProtection");
        assertThat(log.find(number).state()).isEqualTo(OperationState.SETTLING);
        log.polled(number, null);
        assertThat(log.find(number).detail()).isEqualTo("ConfiguringProtection");
        assertThat(log.find(number).polledAt()).isEqualTo(NOW);
        assertThat(log.find(number).endedAt()).isNull();
        log.succeeded(number, "ProtectionConfigured");
        assertThat(log.find(number).state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(log.find(number).detail()).isEqualTo("ProtectionConfigured");
        assertThat(log.find(number).endedAt()).isEqualTo(NOW);
    }

    @Test
    void anErrorReadsBackWhole() {
        ErrorBody error = new ErrorBody(
                "UserErrorMissingRequiredPermissions",
                "Message",
                "Cause",
                List.of("First", "Second"),
                "act-1",
                "target");
        long number = log.record(request(WORLD, "c"));
        log.failed(number, 400, error, "corr");
        OperationRow row = log.find(number);
        assertThat(row.state()).isEqualTo(OperationState.FAILED);
        assertThat(row.httpStatus()).isEqualTo(400);
        assertThat(row.error()).isEqualTo(error);
        assertThat(row.correlationId()).isEqualTo("corr");
        assertThat(row.answeredAt()).isEqualTo(NOW);
        assertThat(row.endedAt()).isEqualTo(NOW);
    }

    @Test
    void anErrorWithOddActionsReadsBack() {
        long number = log.record(request(WORLD, "c"));
        log.failed(number, 400, new ErrorBody("C", "", null, List.of("one\r\nline", "two"), null, null), null);
        assertThat(log.find(number).error().recommendedActions()).containsExactly("one line", "two");
        long other = log.record(request(WORLD, "c"));
        log.failed(other, 400, ErrorBody.of("C", "m"), null);
        assertThat(log.find(other).error()).isEqualTo(ErrorBody.of("C", "m"));
    }

    @Test
    void aLaterFailureKeepsTheStatusOfTheRequestsOwnAnswer() {
        long number = log.record(request(WORLD, "c"));
        log.accepted(number, new OperationAnswer(202, SIGNED, null, null, "corr-put"));
        log.failed(number, 200, ErrorBody.of("C", "m"), null);
        assertThat(log.find(number).httpStatus()).isEqualTo(202);
        assertThat(log.find(number).correlationId()).isEqualTo("corr-put");
    }

    @Test
    void aCanceledOperationMayComeWithoutAnError() {
        long number = log.record(request(WORLD, "c"));
        log.canceled(number, null);
        assertThat(log.find(number).state()).isEqualTo(OperationState.CANCELED);
        assertThat(log.find(number).error()).isNull();
    }

    @Test
    void aLostAnswerLeavesItOpenAndACertainlyLostRequestEndsIt() {
        long maybe = log.record(request(WORLD, "c"));
        log.unanswered(maybe, true, "the connection was reset");
        assertThat(log.find(maybe).state()).isEqualTo(OperationState.UNANSWERED);
        assertThat(log.find(maybe).detail()).isEqualTo("the connection was reset");
        assertThat(log.find(maybe).endedAt()).isNull();
        long never = log.record(request(WORLD, "c"));
        log.unanswered(never, false, "no connection");
        assertThat(log.find(never).state()).isEqualTo(OperationState.NOT_SENT);
        assertThat(log.find(never).endedAt()).isEqualTo(NOW);
    }

    @Test
    void listsOneWorldNewestFirst() {
        long first = log.record(request(WORLD, "1"));
        log.record(request("sandbox:a", "other world"));
        long second = log.record(request(WORLD, "2"));
        long third = log.record(request(WORLD, "3"));
        log.succeeded(second, null);
        assertThat(log.list(WORLD, false, 10)).extracting(OperationRow::number).containsExactly(third, second, first);
        assertThat(log.list(WORLD, false, 2)).extracting(OperationRow::number).containsExactly(third, second);
        assertThat(log.list(WORLD, true, 2)).extracting(OperationRow::number).containsExactly(third, first);
    }

    @Test
    void findsWhatIsOpenForAResourceWithoutRegardToCase() {
        long ended = log.record(request(WORLD, "1"));
        log.succeeded(ended, null);
        long first = log.record(request(WORLD, "2"));
        long second = log.record(request(WORLD, "3"));
        log.record(request("sandbox:a", "other world"));
        ResourceId shouted = ResourceId.parse(DISK.toString().toUpperCase(Locale.ROOT));
        assertThat(log.openFor(WORLD, shouted)).extracting(OperationRow::number).containsExactly(second, first);
        assertThat(log.openFor(WORLD, DISK.parent())).isEmpty();
    }

    @Test
    void anAnswerForAnUnknownNumberIsAnError() {
        List<Consumer<Long>> calls = List.of(
                n -> log.accepted(n, Ledgers.accepted()),
                n -> log.settling(n, null),
                n -> log.succeeded(n, null),
                n -> log.failed(n, 400, ErrorBody.of("C", "m"), null),
                n -> log.canceled(n, null),
                n -> log.unanswered(n, true, "w"),
                n -> log.polled(n, null));
        for (Consumer<Long> call : calls) {
            DpshException.LedgerUnavailable refused =
                    catchThrowableOfType(DpshException.LedgerUnavailable.class, () -> call.accept(7L));
            assertThat(refused)
                    .hasMessage("what happened to operation 7 cannot be written down:"
                            + " the ledger has no operation of that number");
        }
        assertThat(log.find(7)).isNull();
    }

    @Test
    void numbersAreNeverUsedAgain() {
        log.record(request(WORLD, "1"));
        long last = log.record(request(WORLD, "2"));
        database.write(sql -> sql.update("DELETE FROM operations"));
        assertThat(log.record(request(WORLD, "3"))).isEqualTo(last + 1);
    }

    @Test
    void nothingThatPrintsARowShowsASignature() {
        NewOperation request = new NewOperation(WORLD, "op", "POST", SIGNED, DISK, "c");
        OperationAnswer answer = new OperationAnswer(202, SIGNED, SIGNED, null, "corr");
        long number = log.record(request);
        log.accepted(number, answer);
        OperationRow row = log.find(number);
        assertThat(row.asyncUrl()).contains("SECRET");
        assertThat(List.of(row.toString(), answer.toString(), request.toString()))
                .noneMatch(text -> text.contains("SECRET") || text.contains("?"));
        assertThat(row.toString()).contains("number=1", "state=ACCEPTED", "asyncUrl=hidden");
    }

    @Test
    void aRowThatCannotBeUnderstoodIsSaidSo() {
        long number = log.record(request(WORLD, "1"));
        database.write(sql -> sql.update("UPDATE operations SET state = 'LATER' WHERE number = ?", number));
        assertThat(catchThrowableOfType(DpshException.LedgerUnavailable.class, () -> log.find(number)))
                .hasMessageContaining("operation 1 is unreadable");
    }
}
