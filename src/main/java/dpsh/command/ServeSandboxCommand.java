package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the sandbox alone, for any client. */
@Command(
        name = "serve",
        description = {
            "Serve the sandbox on 127.0.0.1 until interrupted.",
            "For dpsh (--endpoint), curl, az rest or an SDK. The first line on standard",
            "output is JSON and names the endpoint. --speed N makes its clock run faster",
            "(1 unless said)."
        },
        footer = {"dpsh sandbox serve --port 8080", "dpsh sandbox serve --faults faults.txt --seed 1"})
final class ServeSandboxCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final SandboxServer server;

    @Option(names = "--port", paramLabel = "N", description = "The port; any that is free otherwise.")
    private int port;

    @Option(
            names = "--unscaled-retry-after",
            description = "Write Retry-After in service time, for clients that run on the same speed.")
    private boolean unscaled;

    @Mixin
    private final FaultOptions faults = new FaultOptions();

    ServeSandboxCommand(Desk desk, SandboxServer server) {
        this.desk = desk;
        this.server = server;
    }

    /** Prints {@code {"endpoint":"http://127.0.0.1:PORT",...}}. */
    @Override
    public ExitCode call() {
        if (port < 0 || port > 65_535) {
            throw new DpshException.Usage("the port " + port + " is none", "ports are 0 to 65535", null);
        }
        server.serve(
                port, desk.speed(1), !unscaled, faults.ordeal(), desk.screen().out());
        return ExitCode.DONE;
    }
}
