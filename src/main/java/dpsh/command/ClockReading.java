package dpsh.command;

import dpsh.backup.SandboxClock;
import dpsh.view.Detail;
import dpsh.view.ExitCode;
import dpsh.view.Times;
import java.util.List;
import java.util.concurrent.Callable;

/** Reads the sandbox's clock. */
abstract class ClockReading implements Callable<ExitCode> {
    private final Desk desk;

    ClockReading(Desk desk) {
        this.desk = desk;
    }

    /** Prints time and speed. */
    @Override
    public ExitCode call() {
        desk.show(detail(desk.service().sandbox().clock()));
        return ExitCode.DONE;
    }

    static Detail detail(SandboxClock clock) {
        String speed = clock.speed() == 0
                ? "by hand only"
                : clock.speed() == Math.rint(clock.speed())
                        ? Long.toString((long) clock.speed())
                        : Double.toString(clock.speed());
        return Detail.of(
                List.of(Detail.Field.of("time", Times.absolute(clock.now())), Detail.Field.of("speed", speed)),
                clock.raw());
    }
}
