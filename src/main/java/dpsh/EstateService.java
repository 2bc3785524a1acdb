package dpsh;

import dpsh.arm.DpshException;
import dpsh.command.EstateBodies;
import dpsh.command.EstateFiles;
import dpsh.command.EstateSize;
import dpsh.sandbox.EstateGenerator;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxOptions;
import dpsh.sandbox.estate.Anonymizer;
import dpsh.sandbox.estate.EstateDocument;
import dpsh.sandbox.estate.EstateException;
import dpsh.sandbox.estate.EstateList;
import dpsh.sandbox.estate.EstatePlan;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code sandbox estate}, and the estates that sandboxes start with. */
final class EstateService implements EstateFiles {
    @Override
    public void generate(EstateSize size, PrintWriter out) {
        try {
            EstatePlan plan = new EstatePlan(
                    size.subscriptions(),
                    size.groups(),
                    size.disks(),
                    size.accounts(),
                    size.vaults(),
                    size.policies(),
                    size.protectedShare(),
                    size.seed());
            write(EstateGenerator.generate(plan), out);
        } catch (EstateException e) {
            throw new DpshException.Usage("no estate of this size", e.getMessage(), null);
        }
    }

    @Override
    public void write(EstateBodies bodies, boolean anonymous, PrintWriter out) {
        EstateDocument.Collector collector = new EstateDocument.Collector();
        add(collector, EstateList.SUBSCRIPTIONS, bodies.subscriptions());
        add(collector, EstateList.RESOURCE_GROUPS, bodies.groups());
        add(collector, EstateList.DISKS, bodies.disks());
        collector.addSnapshots(bodies.snapshots());
        add(collector, EstateList.STORAGE_ACCOUNTS, bodies.accounts());
        add(collector, EstateList.VAULTS, bodies.vaults());
        add(collector, EstateList.BACKUP_POLICIES, bodies.policies());
        add(collector, EstateList.BACKUP_INSTANCES, bodies.instances());
        add(collector, EstateList.ROLE_ASSIGNMENTS, bodies.roleAssignments());
        EstateDocument estate = collector.ofTheirTenant();
        write(anonymous ? Anonymizer.of(estate) : estate, out);
    }

    private static void add(EstateDocument.Collector to, EstateList list, List<String> bodies) {
        bodies.forEach(body -> to.addJson(list, body));
    }

    private static void write(EstateDocument estate, PrintWriter out) {
        try {
            estate.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The estate of a file.
     *
     * @throws DpshException.Usage when it cannot be read or is none: what is wrong with it, and where
     */
    static SandboxEstate load(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return SandboxEstate.load(in);
        } catch (EstateException e) {
            throw misfit(file, e);
        } catch (IOException e) {
            throw unreadable(file, e.getMessage());
        }
    }

    /** @param why what is wrong with it if it is there */
    static DpshException.Usage unreadable(Path file, String why) {
        return new DpshException.Usage(
                "the estate '" + file + "' cannot be read",
                Files.exists(file) ? why : "there is no such file",
                "`sandbox estate > FILE` makes one");
    }

    /**
     * A sandbox with the estate of a file.
     *
     * @throws DpshException.Usage as {@link #load}, and when the estate contradicts itself
     */
    static Sandbox start(SandboxOptions options, Path file) {
        try {
            return Sandbox.start(options.withEstate(load(file)));
        } catch (EstateException e) {
            throw misfit(file, e);
        }
    }

    /** The same for what is found out when a sandbox starts with it. */
    static DpshException.Usage misfit(Path file, EstateException why) {
        return new DpshException.Usage("the file '" + file + "' is no estate", why.getMessage(), null);
    }
}
