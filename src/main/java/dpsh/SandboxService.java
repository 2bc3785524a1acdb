package dpsh;

import dpsh.arm.DpshException;
import dpsh.command.SandboxServer;
import dpsh.command.ServeRequest;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxAccess;
import dpsh.sandbox.SandboxBuckets;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxOptions;
import dpsh.sandbox.estate.EstateException;
import dpsh.sandbox.fault.FaultSyntaxException;
import dpsh.sandbox.tls.LoopbackAuthority;
import dpsh.store.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sandbox serve}: the sandbox alone, for any client. */
final class SandboxService implements SandboxServer {
    private final Map<String, String> environment;

    SandboxService(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Prints {@code {"endpoint":"http://127.0.0.1:8080","speed":1.0,...}}. */
    @Override
    public void serve(ServeRequest request, PrintWriter out) {
        try (Sandbox sandbox = Sandbox.start(options(request));
                KeptState kept = KeptState.of(sandbox, request.state())) {
            out.println(sandbox.ready(ProcessHandle.current().pid()));
            out.flush();
            kept.await();
        } catch (FaultSyntaxException e) {
            throw new DpshException.Usage("a line of the faults cannot be understood", e.getMessage(), null);
        } catch (UncheckedIOException e) {
            throw new DpshException.Refused(
                    "the sandbox cannot listen on port " + request.port(),
                    e.getCause().getMessage(),
                    "choose another with --port, or leave it out for any that is free");
        } catch (EstateException e) {
            Path file = world(request);
            throw EstateService.misfit(file == null ? Path.of("the default") : file, e);
        } catch (InterruptedException e) {
            throw new DpshException.Interrupted(
                    "the sandbox stopped",
                    request.state() == null ? "its world is gone" : "its world is in " + request.state());
        }
    }

    /** The saved world if there is one, else the estate; null for the usual world. */
    private static @Nullable Path world(ServeRequest request) {
        Path state = request.state();
        return state != null && Files.exists(state) ? state : request.estate();
    }

    private SandboxOptions options(ServeRequest request) {
        Path file = world(request);
        SandboxEstate estate = file == null ? SandboxEstate.seeds() : EstateService.load(file);
        if (request.roleLag() != null) {
            estate.roleLag(request.roleLag());
        }
        if (request.principalLag() != null) {
            estate.principalLag(request.principalLag());
        }
        SandboxOptions options = SandboxOptions.serve(request.port())
                .withSpeed(request.speed())
                .withScaledRetryAfter(request.scaleRetryAfter())
                .withEstate(estate)
                .withBuckets(SandboxBuckets.valueOf(request.buckets().toUpperCase(Locale.ROOT)))
                .withSeed(request.ordeal().seed())
                .withFaults(request.ordeal().faults())
                .withAccess(access(request));
        return request.pageSize() == null ? options : options.withPageSize(request.pageSize());
    }

    private SandboxAccess access(ServeRequest request) {
        SandboxAccess access = SandboxAccess.OPEN.withStrict(request.strict());
        if (!request.tls()) {
            return access;
        }
        Path directory = Home.of(request.home(), environment).sandboxAuthority();
        try {
            return access.withTls(LoopbackAuthority.in(directory, InstantSource.system()));
        } catch (IOException e) {
            throw new DpshException.Refused(
                    "the sandbox has no certificate to serve https with", e.getMessage(), "leave --tls out for http");
        }
    }
}
