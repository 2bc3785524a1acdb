package dpsh.law;

import dpsh.FixedHour;
import dpsh.InProcess;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole product against a served sandbox of the articles' world, ten service minutes to the second, roles at once. */
final class Rehearsal implements AutoCloseable {
    static final double SPEED = 600;
    static final String SUBSCRIPTION = "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    static final String VAULT = SUBSCRIPTION
            + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/testBkpVault";
    static final String DISK =
            SUBSCRIPTION + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/msdiskbackup";
    static final String USE = "use vault testBkpVault";
    static final String PROTECT =
            "protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant";
    static final String PROTECT_BLOB = "protect blob msblobbackup --policy BlobBackup-Policy --grant";

    final Sandbox sandbox;
    final InProcess dpsh;

    Rehearsal(Path home) {
        this(home, SandboxEstate.seeds());
    }

    Rehearsal(Path home, SandboxEstate estate) {
        sandbox = Sandbox.start(
                FixedHour.inProcess().withSpeed(SPEED).withPageSize(3).withEstate(estate.roleLag(Duration.ZERO)));
        dpsh = InProcess.at(sandbox.endpoint().toString(), SPEED, home);
    }

    /** Lines of one session, after {@code use vault testBkpVault}. */
    InProcess.Ended lines(String... lines) {
        return linesWith(List.of(), lines);
    }

    /** The same with options of the process in front. */
    InProcess.Ended linesWith(List<String> options, String... lines) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-c", USE));
        for (String line : lines) {
            arguments.addAll(List.of("-c", line));
        }
        return dpsh.run(arguments.toArray(String[]::new));
    }

    SandboxFaults faults() {
        return sandbox.faults();
    }

    /** From now on whatever could change something fails, so that what succeeds has changed nothing. */
    void refuseChanges() {
        SandboxFaults.Respond broken = new SandboxFaults.Respond(
                418,
                Map.of("Content-Type", "application/json"),
                "{\"error\":{\"code\":\"ChangeArrived\",\"message\":\"\"}}");
        faults().always("PUT", ".", broken);
        faults().always("PATCH", ".", broken);
        faults().always("DELETE", ".", broken);
        faults().always("POST", "/backupInstances/", broken);
    }

    /** Refuses the validations too. */
    void refuseValidations() {
        faults().always(
                        "POST",
                        "validateForBackup",
                        new SandboxFaults.Respond(
                                418,
                                Map.of("Content-Type", "application/json"),
                                "{\"error\":{\"code\":\"ValidationArrived\",\"message\":\"\"}}"));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
