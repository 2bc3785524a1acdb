package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.Outcome;
import dpsh.client.Operation;
import dpsh.view.Cell;
import dpsh.view.ExitCode;
import dpsh.view.OperationView;
import dpsh.view.OutcomeView;
import dpsh.view.Said;
import dpsh.view.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Waits for an operation beside the operator, and shows how it ended. */
final class OperationWatch {
    private final Desk desk;
    private final OutcomeView outcomes;

    OperationWatch(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.outcomes = outcomes;
    }

    /**
     * Tells each new word of the service on standard error, then shows the outcome.
     *
     * @param name what it is about, for the lines
     */
    ExitCode watch(Operation operation, String name) {
        return shown(await(operation, name), name);
    }

    /**
     * Waits for one after the other. The usual words are a line for each
     * as it ends; any other format has the operations' records as one list at the end. One that cannot be followed does not stand in the way of the others.
     *
     * @param telling whether to tell each new word of the service
     */
    ExitCode each(List<Operation> operations, boolean telling) {
        List<ExitCode> ends = new ArrayList<>();
        for (Operation operation : operations) {
            try {
                ends.add(end(operation, telling));
            } catch (DpshException.Interrupted e) {
                throw e;
            } catch (DpshException e) {
                desk.session().failed(e);
                Said said = desk.said(e);
                desk.note(said.text(), Tone.BAD);
                ends.add(said.exitCode());
            }
        }
        if (!desk.showing().inWords()) {
            desk.show(
                    new OperationView(Instant.now()),
                    operations.stream().map(Operation::row).toList());
        }
        return ExitCode.of(ends);
    }

    private ExitCode end(Operation operation, boolean telling) {
        String name = "operation " + operation.number();
        Outcome outcome = telling ? await(operation, name) : operation.await(desk.operationDeadline(), running -> {});
        return desk.showing().inWords() ? shown(outcome, name) : outcomes.exitCode(outcome);
    }

    /** Tells each new word of the service on standard error. */
    Outcome await(Operation operation, String name) {
        String[] last = {""};
        return operation.await(desk.operationDeadline(), running -> {
            if (!running.detail().equals(last[0])) {
                last[0] = running.detail();
                desk.say(Cell.of(name + ": ", Tone.PLAIN).and(running.detail(), Tone.WARNING));
            }
        });
    }

    /** Prints {@code name: succeeded: ProtectionConfigured}, or the failure in full. */
    ExitCode shown(Outcome outcome, String name) {
        if (outcome instanceof Outcome.NotSent) {
            return ExitCode.DONE;
        }
        if (outcome instanceof Outcome.Failed failed) {
            desk.session().failed(failed.asError(name));
        }
        if (!desk.showing().inWords()) {
            desk.show(outcomes.detail(name, outcome));
        } else {
            Cell words = Cell.of(name + ": ", Tone.PLAIN);
            for (var span : outcomes.words(outcome).spans()) {
                words = words.and(span.text(), span.tone());
            }
            desk.screen().out().println(words.painted(desk.screen().ink()));
        }
        return outcomes.exitCode(outcome);
    }

    /** Starts it, and either waits or tells its number. */
    ExitCode run(Supplier<@Nullable Operation> start, String name, boolean wait) {
        return run(start, name, wait, outcome -> outcome);
    }

    /**
     * The same.
     *
     * @param seen makes of how it ended what is shown
     */
    ExitCode run(Supplier<@Nullable Operation> start, String name, boolean wait, UnaryOperator<Outcome> seen) {
        Operation operation = start.get();
        if (operation == null) {
            return ExitCode.DONE;
        }
        if (!wait && operation.isOpen()) {
            desk.note(
                    "accepted as operation " + operation.number() + "; `operation watch " + operation.number()
                            + "` follows it",
                    Tone.DIM);
            shown(new Outcome.StillRunning("accepted"), name);
            return ExitCode.DONE;
        }
        return shown(seen.apply(await(operation, name)), name);
    }
}
