package dpsh.rest;

import dpsh.arm.DpshException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ledger that keeps a line per call, in order; it can be told that it cannot be written. */
final class MemoryLedger implements Ledger {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<LedgerAnswer> answers = new CopyOnWriteArrayList<>();
    private volatile boolean full;
    private long next = 1;

    @Override
    public synchronized long record(ArmRequest request, String clientRequestId) {
        refuseWhenFull();
        lines.add("recorded " + request.operation() + " " + clientRequestId);
        return next++;
    }

    @Override
    public void answered(long entry, LedgerAnswer answer) {
        refuseWhenFull();
        answers.add(answer);
        lines.add("answered " + entry + " " + answer.status());
    }

    @Override
    public void unanswered(long entry, boolean mayHaveArrived, String why) {
        refuseWhenFull();
        lines.add("unanswered " + entry + (mayHaveArrived ? " maybe: " : " never: ") + why);
    }

    private void refuseWhenFull() {
        if (full) {
            throw new DpshException.LedgerUnavailable("the ledger cannot be written", "the disk is full", null, null);
        }
    }

    void fill() {
        full = true;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<LedgerAnswer> answers() {
        return List.copyOf(answers);
    }

    /** The lines without the request IDs. */
    List<String> events() {
        return lines.stream()
                .map(line -> line.startsWith("recorded") ? "recorded" : line)
                .toList();
    }
}
