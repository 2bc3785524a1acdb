package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ErrorBody;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.Finding;
import dpsh.backup.Policy;
import dpsh.backup.ProtectionState;
import dpsh.backup.Role;
import dpsh.backup.RoleAssignment;
import dpsh.backup.RoleNeed;
import dpsh.backup.RoleStanding;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
    private static final String SUB = "/subscriptions/1111";
    private static final ResourceId VAULT = ResourceId.parse(
            SUB + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/testBkpVault");
    private static final ResourceId DISK =
            ResourceId.parse(SUB + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/msdiskbackup");
    private static final ResourceId GROUP = ResourceId.parse(SUB + "/resourceGroups/snapshot-rg");

    private static <T> String table(View<T> view, List<T> things) {
        Paper paper = Paper.marked();
        Printers.of(Format.TABLE).print(view.listing(things), paper.page());
        return paper.out() + "--\n" + paper.err();
    }

    private static <T> String detail(View<T> view, T thing) {
        Paper paper = Paper.pipe();
        Printers.of(Format.RECORD).print(view.detail(thing), paper.page());
        return paper.out();
    }

    private static <T> String json(View<T> view, T thing) {
        Paper one = Paper.pipe();
        Printers.of(Format.JSONL).print(view.detail(thing), one.page());
        Paper listed = Paper.pipe();
        Printers.of(Format.JSONL).print(view.listing(List.of(thing)), listed.page());
        assertThat(one.out()).isEqualTo(listed.out());
        return one.out();
    }

    private static BackupInstance instance(String state, @Nullable ErrorBody error) {
        return new BackupInstance(
                VAULT.child("backupInstances", "msdiskbackup-24ac"),
                "msdiskbackup",
                DISK,
                "Microsoft.Compute/disks",
                new Location("westus"),
                VAULT.child("backupPolicies", "DiskBackup-Policy"),
                GROUP,
                List.of(),
                new ProtectionState(state),
                "Succeeded",
                error,
                "{\"name\":\"msdiskbackup-24ac\",\"odd\":1.0}");
    }

    @Test
    void showsSubscriptions() {
        SubscriptionView view = new SubscriptionView();
        Subscription enabled = new Subscription(new SubscriptionId("1111"), "Production", "Enabled", "{\"a\":1}");
        Subscription disabled = new Subscription(new SubscriptionId("2222"), "Old", "Disabled", "{}");
        assertThat(table(view, List.of(enabled, disabled))).isEqualTo("""
            heading(name)        heading(subscription)  heading(state)
            Production  1111          Enabled
            Old         2222          warning(Disabled)
            --
            dim(2 subscriptions)
            """);
        assertThat(detail(view, enabled)).isEqualTo("""
            name          Production
            subscription  1111
            state         Enabled
            """);
        assertThat(json(view, enabled)).isEqualTo("{\"a\":1}\n");
    }

    @Test
    void showsVaults() {
        VaultView view = new VaultView();
        Vault vault =
                new Vault(VAULT, new Location("westus"), "Succeeded", "p-1", "LocallyRedundant", "On", "{\"v\":1}");
        Vault bare = new Vault(VAULT, new Location("West US"), "Updating", null, null, null, "{}");
        assertThat(table(view, List.of(vault, bare))).isEqualTo("""
            heading(name)          heading(group)           heading(region)   heading(identity)         heading(redundancy)        heading(state)      heading(subscription)
            testBkpVault  TestBkpVaultRG  westus   system-assigned  LocallyRedundant  Succeeded  1111
            testBkpVault  TestBkpVaultRG  West US  warning(none)             dim(-)                 warning(Updating)   1111
            --
            dim(2 vaults)
            """);
        assertThat(detail(view, vault)).isEqualTo("""
            name          testBkpVault
            group         TestBkpVaultRG
            region        westus
            identity      system-assigned
            principal     p-1
            redundancy    LocallyRedundant
            soft delete   On
            state         Succeeded
            subscription  1111
            id            %s
            """.formatted(VAULT));
        assertThat(json(view, vault)).isEqualTo("{\"v\":1}\n");
    }

    @Test
    void showsPolicies() {
        PolicyView view = new PolicyView();
        Policy disk = new Policy(
                VAULT.child("backupPolicies", "DiskBackup-Policy"),
                List.of("microsoft.compute/disks"),
                List.of("R/2020-04-05T13:00:00+00:00/PT4H"),
                List.of("7 days in OperationalStore"),
                List.of("OperationalStore"),
                "{\"p\":1}");
        Policy blob = new Policy(
                VAULT.child("backupPolicies", "BlobBackup-Policy"),
                List.of("Microsoft.Storage/storageAccounts/blobServices"),
                List.of(),
                List.of("30 days in OperationalStore"),
                List.of("OperationalStore"),
                "{}");
        Policy other = new Policy(
                VAULT.child("backupPolicies", "x"),
                List.of("Microsoft.New/things"),
                List.of(),
                List.of(),
                List.of(),
                "{}");
        assertThat(table(view, List.of(disk, blob, other))).isEqualTo("""
            heading(name)               heading(protects)              heading(schedule)                      heading(keeps)
            DiskBackup-Policy  disk                  every 4 hours from 13:00 UTC  7 days in OperationalStore
            BlobBackup-Policy  storage account       continuous                    30 days in OperationalStore
            x                  Microsoft.New/things  continuous                    dim(-)
            --
            dim(3 policies)
            """);
        assertThat(detail(view, disk)).isEqualTo("""
            name              DiskBackup-Policy
            protects          disk
            datasource types  microsoft.compute/disks
            schedule          every 4 hours from 13:00 UTC
            intervals         R/2020-04-05T13:00:00+00:00/PT4H
            keeps             7 days in OperationalStore
            stores            OperationalStore
            id                %s
            """.formatted(disk.id()));
        assertThat(json(view, disk)).isEqualTo("{\"p\":1}\n");
    }

    @Test
    void showsDatasources() {
        DatasourceView view = new DatasourceView();
        Datasource disk = new Datasource(
                DISK,
                DatasourceKind.DISK,
                new Location("westus"),
                "Premium_LRS",
                128L,
                "Attached",
                false,
                Map.of("env", "prod", "b\nc", "\u001b[31mred"),
                "{\"d\":1}");
        assertThat(table(view, List.of(disk))).isEqualTo("""
            heading(name)          heading(kind)  heading(group)          heading(region)  heading(GiB)  heading(sku)          heading(state)     heading(tags)
            msdiskbackup  disk  RG-DiskBackup  westus  128  Premium_LRS  Attached  b c=red, env=prod
            --
            dim(1 datasource)
            """);
        assertThat(detail(view, disk)).isEqualTo("""
            name          msdiskbackup
            kind          disk
            group         RG-DiskBackup
            region        westus
            GiB           128
            sku           Premium_LRS
            state         Attached
            hierarchical  no
            tags          b c=red
                          env=prod
            id            %s
            """.formatted(DISK));
        assertThat(json(view, disk)).isEqualTo("{\"d\":1}\n");
    }

    @Test
    void showsInstances() {
        BackupInstanceView view = new BackupInstanceView(ErrorCatalog.load());
        assertThat(table(view, List.of(instance("ProtectionConfigured", null)))).isEqualTo("""
            heading(datasource)    heading(kind)  heading(policy)             heading(state)                 heading(instance)           heading(vault)
            msdiskbackup  disk  DiskBackup-Policy  good(ProtectionConfigured)  msdiskbackup-24ac  testBkpVault
            --
            dim(1 backup instance)
            """);
        assertThat(json(view, instance("ProtectionConfigured", null)))
                .isEqualTo("{\"name\":\"msdiskbackup-24ac\",\"odd\":1.0}\n");
    }

    @Test
    void showsInstancesAsATableOnEightyColumns() {
        Paper paper = Paper.terminal(80);
        Listing listing = new BackupInstanceView(ErrorCatalog.load())
                .listing(List.of(instance("ProtectionConfigured", null), instance("ConfiguringProtection", null)));
        Printers.of(Format.TABLE).print(listing, paper.page());
        assertThat(paper.out()).isEqualTo("""
            datasource    kind  policy             state                  instance
            msdiskbackup  disk  DiskBackup-Policy  ProtectionConfigured   msdiskbackup-24ac
            msdiskbackup  disk  DiskBackup-Policy  ConfiguringProtection  msdiskbackup-24ac
            """);
        assertThat(paper.err()).isEqualTo("2 backup instances (no room for: vault)\n");
    }

    @Test
    void showsWhyAnInstanceFails() {
        BackupInstance failing = instance(
                "ProtectionError",
                new ErrorBody("CloudInternalError", "It broke.", null, List.of("Wait.", "Call us."), "act-1", null));
        assertThat(detail(new BackupInstanceView(ErrorCatalog.load()), failing))
                .isEqualTo("""
                    instance        msdiskbackup-24ac
                    state           ProtectionError
                    provisioning    Succeeded
                    datasource      msdiskbackup
                    kind            disk
                    region          westus
                    policy          DiskBackup-Policy
                    snapshot group  snapshot-rg
                    vault           testBkpVault
                    datasource id   %s
                    id              %s

                    error
                      code                 CloudInternalError
                      cause                It broke
                      the service advises  Wait.
                                           Call us.
                      what helps           Try again in a few minutes; if it stays, give support the activity ID (`operation list`)
                      activity             act-1
                    """.formatted(DISK, failing.id()));
    }

    @Test
    void showsAnInstanceWhoseIdsCannotBeRead() {
        BackupInstance odd = new BackupInstance(
                VAULT.child("backupInstances", "x"),
                "fs/share",
                null,
                "Microsoft.New/things",
                null,
                null,
                null,
                List.of("c1", "c2"),
                new ProtectionState("NewState"),
                "Succeeded",
                null,
                "{}");
        BackupInstanceView view = new BackupInstanceView(ErrorCatalog.load());
        assertThat(table(view, List.of(odd)))
                .contains("fs/share    Microsoft.New/things  dim(-)       NewState  x         testBkpVault");
        assertThat(detail(view, odd)).contains("region         -\n", "containers     c1\n               c2\n");
    }

    @ParameterizedTest
    @CsvSource({
        "ProtectionConfigured, GOOD",
        "protectionconfigured, GOOD",
        "ConfiguringProtection, WARNING",
        "ProtectionError, BAD",
        "NotProtected, BAD",
        "ProtectionStopped, DIM",
        "BackupsSuspended, DIM",
        "SomethingNew, PLAIN",
    })
    void givesStatesTheirTone(String state, Tone tone) {
        assertThat(BackupInstanceView.state(new ProtectionState(state)).spans()).containsExactly(new Span(state, tone));
    }

    @Test
    void showsWhichRolesAreHeldAndThroughWhat() {
        RoleStandingView view = new RoleStandingView();
        RoleNeed reader = new RoleNeed(Role.DISK_BACKUP_READER, DISK);
        RoleStanding inherited = new RoleStanding(reader, assignment(Role.DISK_BACKUP_READER, ResourceId.parse(SUB)));
        RoleStanding itself = new RoleStanding(reader, assignment(Role.DISK_BACKUP_READER, DISK));
        RoleStanding missing = new RoleStanding(new RoleNeed(Role.DISK_SNAPSHOT_CONTRIBUTOR, GROUP), null);
        assertThat(table(view, List.of(inherited, itself, missing))).isEqualTo("""
            heading(role)                       heading(scope)                       heading(standing)  heading(through)
            Disk Backup Reader         disk msdiskbackup           good(held)      subscription 1111
            Disk Backup Reader         disk msdiskbackup           good(held)      itself
            Disk Snapshot Contributor  resource group snapshot-rg  bad(missing)   dim(-)
            --
            dim(3 needed roles)
            """);
        assertThat(detail(view, missing)).isEqualTo("""
            role        Disk Snapshot Contributor
            definition  7efff54f-a5b4-42b5-a1c5-5411624893ce
            scope       /subscriptions/1111/resourceGroups/snapshot-rg
            standing    missing
            through     -
            assignment  -
            """);
        assertThat(json(view, missing))
                .isEqualTo("{\"role\":\"Disk Snapshot Contributor\","
                        + "\"roleDefinition\":\"7efff54f-a5b4-42b5-a1c5-5411624893ce\","
                        + "\"scope\":\"/subscriptions/1111/resourceGroups/snapshot-rg\",\"held\":false,"
                        + "\"through\":null,\"assignment\":null}\n");
        assertThat(json(view, inherited)).contains("\"held\":true,\"through\":\"/subscriptions/1111\"");
    }

    @Test
    void showsFindings() {
        FindingView view = new FindingView();
        Finding error = Finding.error("BMSUserErrorInvalidInput", "the policy is for blobs.", "choose another");
        Finding note = Finding.note("the article's\ntypo was put right");
        assertThat(table(view, List.of(error, Finding.warning("odd", null), note)))
                .isEqualTo("""
                    heading(severity)  heading(finding)                           heading(fix)             heading(code)
                    bad(error)     the policy is for blobs.          choose another  dim(BMSUserErrorInvalidInput)
                    warning(warning)   odd                               dim(-)               dim(-)
                    dim(note)      the article's typo was put right  dim(-)               dim(-)
                    --
                    dim(3 findings)
                    """);
        assertThat(FindingView.sentence(error).text())
                .isEqualTo("error: the policy is for blobs. Choose another. [BMSUserErrorInvalidInput]");
        assertThat(FindingView.sentence(note).text()).isEqualTo("note: the article's typo was put right.");
        assertThat(detail(view, error)).contains("severity  error\n", "code      BMSUserErrorInvalidInput\n");
        assertThat(json(view, note))
                .isEqualTo("{\"severity\":\"note\",\"code\":null,"
                        + "\"message\":\"the article's\\ntypo was put right\",\"fix\":null}\n");
    }

    @Test
    void showsErrorCodes() {
        ErrorEntryView view = new ErrorEntryView();
        var entry = ErrorCatalog.load().find("RoleAssignmentExists");
        assertThat(entry).isNotNull();
        assertThat(detail(view, entry)).isEqualTo("""
            code           RoleAssignmentExists
            appears in     grant
            means          the principal holds the role at this scope already
            what helps     Nothing is left to do
            command        permission check
            waiting helps  no
            """);
        assertThat(json(view, entry))
                .contains("\"command\":\"permission check\",\"outside\":null,\"waitingHelps\":\"no\"");
        assertThat(table(view, List.of(entry)))
                .contains("RoleAssignmentExists  grant")
                .endsWith("dim(1 error code)\n");
    }

    private static RoleAssignment assignment(Role role, ResourceId scope) {
        return new RoleAssignment(
                scope.extension("Microsoft.Authorization/roleAssignments", "n"), role.id(), "p-1", scope, "{\"r\":1}");
    }
}
