package dpsh.command;

import dpsh.session.PlaceNames;
import dpsh.session.ServiceChoice;
import dpsh.session.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say which service a session talks to: good on the command line of dpsh, refused inside a session. */
public final class StartOptions extends LineOptions {
    @Option(names = "--sandbox", scope = ScopeType.INHERIT, description = "Use the embedded service in place of Azure.")
    boolean sandbox;

    @Option(
            names = "--estate",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "What --sandbox holds, see sandbox estate.")
    @Nullable
    Path estate;

    @Option(
            names = {"-c", "--command"},
            parameterConsumer = WholeLine.class,
            paramLabel = "LINE",
            scope = ScopeType.INHERIT,
            description = "Run this line and leave; repeatable.")
    List<String> lines = new ArrayList<>();

    @Option(names = "--keep-going", scope = ScopeType.INHERIT, description = "Run all lines, even if one fails.")
    boolean keepGoing;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Talk to this endpoint, such as a sandbox's.")
    @Nullable
    String endpoint;

    @Option(
            names = "--speed",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Speed of the service's clock (1; sandbox 60).")
    @Nullable
    Double speed;

    @Option(
            names = "--cloud",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "public (unless said), usgov or china.")
    @Nullable
    String cloud;

    @Option(
            names = "--api-version",
            paramLabel = "VERSION",
            scope = ScopeType.INHERIT,
            description = "Version of the API (2025-07-01 unless said).")
    @Nullable
    String apiVersion;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where history and ledger live (or DPSH_HOME).")
    @Nullable
    Path home;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Service and place by name (or DPSH_PROFILE).")
    @Nullable
    String profile;

    @Option(names = "--no-init", scope = ScopeType.INHERIT, description = "Begin without the init file.")
    boolean noInit;

    @Option(names = "--trace", scope = ScopeType.INHERIT, description = "Tell every exchange, without secrets.")
    boolean trace;

    /** The format that was asked for, or null. */
    public @Nullable String output() {
        return output;
    }

    /** The service that these options choose, where they do. */
    public ServiceChoice service() {
        return new ServiceChoice(sandbox, endpoint, cloud, apiVersion, speed);
    }

    /** The profile that was named, or null. */
    public @Nullable String profile() {
        return profile;
    }

    public boolean noInit() {
        return noInit;
    }

    public @Nullable Path estate() {
        return estate;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public boolean keepGoing() {
        return keepGoing;
    }

    public @Nullable Path home() {
        return home;
    }

    public boolean trace() {
        return trace;
    }

    /** Where a session of several lines stands at first. */
    public PlaceNames startPlace() {
        return place();
    }

    /** The session's defaults that these options make. */
    public Settings settings() {
        return over(Settings.PLAIN);
    }

    /** The first of these options that a line inside a session names, or null. */
    @Nullable
    String misplaced() {
        if (sandbox) {
            return "--sandbox";
        }
        if (estate != null) {
            return "--estate";
        }
        if (!lines.isEmpty()) {
            return "--command";
        }
        if (endpoint != null) {
            return "--endpoint";
        }
        if (speed != null) {
            return "--speed";
        }
        if (cloud != null) {
            return "--cloud";
        }
        if (apiVersion != null) {
            return "--api-version";
        }
        if (home != null) {
            return "--home";
        }
        if (profile != null) {
            return "--profile";
        }
        if (noInit) {
            return "--no-init";
        }
        if (trace) {
            return "--trace";
        }
        return keepGoing ? "--keep-going" : null;
    }
}
