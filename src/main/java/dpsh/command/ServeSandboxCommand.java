package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "(1 unless said). --estate FILE says what it holds."
        },
        footer = {
            "dpsh sandbox serve --port 8080",
            "dpsh sandbox serve --tls --strict",
            "dpsh sandbox serve --faults faults.txt --seed 1"
        })
final class ServeSandboxCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final SandboxServer server;

    @Option(names = "--port", paramLabel = "N", description = "The port; any that is free otherwise.")
    private int port;

    @Option(names = "--manual", description = "Stop the clock; it moves by `sandbox clock advance` only.")
    private boolean manual;

    @Option(
            names = "--unscaled-retry-after",
            description = "Write Retry-After in service time, for clients that run on the same speed.")
    private boolean unscaled;

    @Option(names = "--tls", description = "Serve https; the first line names the authority to trust.")
    private boolean tls;

    @Option(names = "--strict", description = "Only let its own tokens in, and check the caller's roles.")
    private boolean strict;

    @Option(
            names = "--buckets",
            paramLabel = "KIND",
            defaultValue = "documented",
            description = "Rate limits: documented (unless said), observed or off.")
    private String buckets = "documented";

    @Option(names = "--page-size", paramLabel = "N", description = "Rows of a list page (200).")
    private @Nullable Integer pageSize;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Go on with the world of this file, and save it at the end.")
    private @Nullable Path state;

    @Option(
            names = "--role-lag",
            paramLabel = "DURATION",
            converter = Lags.class,
            description = "Service time until a role assignment acts (2m).")
    private @Nullable Duration roleLag;

    @Option(
            names = "--principal-lag",
            paramLabel = "DURATION",
            converter = Lags.class,
            description = "Service time until a new identity is found (15s).")
    private @Nullable Duration principalLag;

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
        if (pageSize != null && pageSize < 1) {
            throw new DpshException.Usage("the page size " + pageSize + " is none", "a page has a row or more", null);
        }
        String limits = buckets.toLowerCase(Locale.ROOT);
        if (!limits.matches("documented|observed|off")) {
            throw new DpshException.Usage(
                    "there are no buckets '" + buckets + "'", "there are documented, observed and off", null);
        }
        server.serve(
                new ServeRequest(
                        port,
                        manual ? 0 : desk.speed(1),
                        !unscaled,
                        tls,
                        strict,
                        limits,
                        pageSize,
                        desk.estate(),
                        state,
                        desk.home(),
                        roleLag,
                        principalLag,
                        faults.ordeal()),
                desk.screen().out());
        return ExitCode.DONE;
    }
}
