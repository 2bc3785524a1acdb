package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The answers that say that work has begun, each with the headers that the service sends for it: which of
 * Azure-AsyncOperation and Location, in which scope, and the Retry-After (wire notes sections 3 and 4).
 */
final class Acceptances {
    private static final String ASYNC = "Azure-AsyncOperation";
    private static final String LOCATION = "Location";
    private static final String RETRY = "Retry-After";

    private final Operations operations;

    Acceptances(Operations operations) {
        this.operations = operations;
    }

    Answer validating(Operation operation, Call call) {
        return both(operation, call, "10");
    }

    /** A backup or a restore: the operation only begins a job. */
    Answer startingJob(Operation operation, Call call) {
        return both(operation, call, "30");
    }

    /** An export of jobs, also while it goes on: no Azure-AsyncOperation (contract; its examples say 60). */
    Answer exporting(Operation operation, Call call) {
        return Answer.empty(202)
                .with(LOCATION, operations.exportUrl(operation, call))
                .with(RETRY, "60");
    }

    Answer createdInstance(Operation operation, Call call, ObjectNode body) {
        return Answer.json(201, body)
                .with(ASYNC, operations.statusUrl(operation, call))
                .with(RETRY, "15");
    }

    /** A PUT that is validated inline: no body, and the result is below the instance. */
    Answer configuringInstance(Operation operation, Call call) {
        return Answer.empty(202)
                .with(ASYNC, operations.statusUrl(operation, call))
                .with(LOCATION, operations.subjectResultUrl(operation, call))
                .with(RETRY, "15");
    }

    /** Stop, suspend, resume and sync; the Retry-After is assumed. */
    Answer acting(Operation operation, Call call) {
        return both(operation, call, "30");
    }

    Answer deletingInstance(Operation operation, Call call) {
        return both(operation, call, "30");
    }

    Answer createdVault(Operation operation, Call call, ObjectNode body) {
        return Answer.json(201, body)
                .with(ASYNC, operations.statusUrl(operation, call))
                .with(RETRY, "10");
    }

    Answer deletingVault(Operation operation, Call call) {
        return Answer.empty(202)
                .with(ASYNC, operations.groupLocationStatusUrl(operation, call))
                .with(LOCATION, operations.locationResultUrl(operation, call))
                .with(RETRY, "30");
    }

    /** What the result URL answers while the work goes on (never seen live; from the contract). */
    Answer pending(Operation operation, Call call) {
        return both(operation, call, "30");
    }

    /** The final answer still carries both: recorded, and a trap for clients that go by the header. */
    Answer stale(Answer answer, Operation operation, Call call) {
        return answer.with(ASYNC, operations.locationStatusUrl(operation, call)).with(RETRY, "30");
    }

    private Answer both(Operation operation, Call call, String seconds) {
        return Answer.empty(202)
                .with(ASYNC, operations.statusUrl(operation, call))
                .with(LOCATION, operations.locationResultUrl(operation, call))
                .with(RETRY, seconds);
    }
}
