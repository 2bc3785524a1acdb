package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import dpsh.sandbox.SandboxEstate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Input that cannot be right. Each gets the exit code, one sentence that says what is wrong and what to do, an empty standard
 * output, and changes nothing: neither at the service nor in the ledger, where every request that changes or validates is written
 * down before it is sent.
 */
class BadInputTest {
    private static final String LIKE = " An ID looks like"
            + " /subscriptions/<subscription>/resourceGroups/<group>/providers/<namespace>/<type>/<name>.";
    private static final String S = "/subscriptions/s";
    private static final String DISK_OPTIONS = " --policy DiskBackup-Policy --snapshot-group snapshot-rg";
    private static final String LONG = "x".repeat(3000);
    private static final String POLICY_TYPE = "Microsoft.DataProtection/backupVaults/backupPolicies";
    private static final String VAULT_TYPE = "Microsoft.DataProtection/backupVaults";

    private static Dpsh dpsh;
    private static String world;

    /** Besides the seeds a third subscription with a vault, so that {@code shared-data} is in two others. */
    @BeforeAll
    static void start() {
        String third = "cccc2c2c-dd3d-ee4e-ff5f-aaaaaa6a6a6a";
        String vault = "/subscriptions/" + third + "/resourceGroups/rg/providers/" + VAULT_TYPE + "/thirdVault";
        dpsh = Dpsh.at(SandboxEstate.seeds()
                .subscription(third, "Third")
                .vault(vault, "westus")
                .diskPolicy(vault, "Disks", "P1D", "P7D")
                .disk(Seeds.DISKS.replace("RG-DiskBackup", "RG-Other") + "twice", "westus", "Premium_LRS", 8, Map.of())
                .disk(Seeds.DISKS + "twice", "westus", "Premium_LRS", 8, Map.of()));
        world = dpsh.world();
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    private static Arguments refused(int code, String line, String sentence) {
        return arguments(line, code, sentence);
    }

    private static Arguments usage(String line, String sentence) {
        return refused(2, line, sentence);
    }

    static Stream<Arguments> malformedIds() {
        return Stream.of(
                usage("use /", "'/' is no resource ID: "),
                usage(
                        "use /subscriptions",
                        "'/subscriptions' is no resource ID: the subscription is missing after" + " /subscriptions/."
                                + LIKE),
                usage(
                        "use " + S + "/resourceGroups",
                        "'" + S + "/resourceGroups' is no resource ID: the name is missing" + " after resourceGroups."
                                + LIKE),
                usage(
                        "use " + S + "//x",
                        "'" + S + "//x' is no resource ID: it has an empty segment (two slashes in a" + " row)."
                                + LIKE),
                usage(
                        "use " + S + "/groups/x",
                        "'" + S + "/groups/x' is no resource ID: 'groups' stands where"
                                + " 'resourceGroups' or 'providers' belongs." + LIKE),
                usage(
                        "use " + S + "/resourceGroups/g/providers",
                        "'" + S + "/resourceGroups/g/providers' is no resource"
                                + " ID: the namespace is missing after 'providers'." + LIKE),
                usage(
                        "use " + S + "/resourceGroups/g/providers/N",
                        "'" + S + "/resourceGroups/g/providers/N' is no" + " resource ID: the type is missing after N."
                                + LIKE),
                usage(
                        "use " + S + "/resourceGroups/g/providers/N/t",
                        "'" + S + "/resourceGroups/g/providers/N/t' is no"
                                + " resource ID: the name is missing after 't'." + LIKE),
                usage(
                        "use '" + S + "/resourceGroups/a b'",
                        "'" + S + "/resourceGroups/a b' is no resource ID: the segment"
                                + " 'a b' has a blank or a character that no ID has." + LIKE),
                usage("use '" + S + "?x=1'", "'" + S + "?x=1' is no resource ID: it carries a query (?x=1)." + LIKE),
                usage(
                        "use " + S + "/../x",
                        "'" + S + "/../x' is no resource ID: the segment '..' is a path step, not a" + " name." + LIKE),
                usage(
                        "use vault /subscriptions/" + LONG,
                        "is no resource ID: it is longer than 2048 characters." + LIKE));
    }

    static Stream<Arguments> idsOfTheWrongKind() {
        String notA = "' is not a";
        return Stream.of(
                usage(
                        "use " + Seeds.DISK,
                        "'" + Seeds.DISK + "' is nothing to stand at: its type is"
                                + " Microsoft.Compute/disks. Use a subscription, group or vault."),
                usage(
                        "use vault " + Seeds.DISK,
                        Seeds.DISK + notA + " Backup vault: its type is Microsoft.Compute/disks," + " not " + VAULT_TYPE
                                + "."),
                usage("use group " + Seeds.DISK, "'" + Seeds.DISK + "' is no resource group: its type is"),
                usage("vault show " + Seeds.DISK, Seeds.DISK + notA + " Backup vault"),
                usage("vault list --group " + Seeds.VAULT, "'" + Seeds.VAULT + "' is no resource group"),
                usage("instance list --vault " + Seeds.DISK_POLICY, Seeds.DISK_POLICY + notA + " Backup vault"),
                usage(
                        "policy show " + Seeds.VAULT,
                        Seeds.VAULT + notA + " backup policy: its type is " + VAULT_TYPE + ", not " + POLICY_TYPE
                                + "."),
                usage(
                        "datasource show " + Seeds.VAULT,
                        "'" + Seeds.VAULT + "' is neither a disk nor a storage account"),
                usage("datasource show disk " + Seeds.ACCOUNT, Seeds.ACCOUNT + notA + " disk"),
                usage("protect disk " + Seeds.ACCOUNT + DISK_OPTIONS, Seeds.ACCOUNT + notA + " disk"),
                usage("protect disk msdiskbackup " + Seeds.ACCOUNT + DISK_OPTIONS, Seeds.ACCOUNT + notA + " disk"),
                usage(
                        "protect blob " + Seeds.DISK + " --policy BlobBackup-Policy",
                        Seeds.DISK + notA + " storage account"),
                usage(
                        "protect disk msdiskbackup --policy " + Seeds.DISK + " --snapshot-group snapshot-rg",
                        Seeds.DISK + notA + " backup policy"),
                usage(
                        "protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group " + Seeds.DISK,
                        "'" + Seeds.DISK + "' is no resource group"),
                usage(
                        "instance build blob " + Seeds.DISK + " --policy BlobBackup-Policy",
                        Seeds.DISK + notA + " storage account"),
                usage(
                        "instance build blob " + Seeds.DISK + " --location westus --policy BlobBackup-Policy",
                        Seeds.DISK + notA + " storage account"),
                usage("instance validate disk " + Seeds.ACCOUNT + DISK_OPTIONS, Seeds.ACCOUNT + notA + " disk"),
                usage("instance create disk " + Seeds.VAULT + DISK_OPTIONS, Seeds.VAULT + notA + " disk"),
                usage("permission check disk " + Seeds.ACCOUNT, Seeds.ACCOUNT + notA + " disk"),
                usage(
                        "permission grant blob " + Seeds.DISK + " --policy BlobBackup-Policy",
                        Seeds.DISK + notA + " storage account"),
                usage("instance show " + Seeds.VAULT, "neither a backup instance nor something that can be protected"),
                usage(
                        "instance delete " + Seeds.DISK_POLICY + " --yes",
                        "neither a backup instance nor something that" + " can be protected"));
    }

    static Stream<Arguments> unknownNames() {
        return Stream.of(
                usage("use vault nix", "there is no vault 'nix'. `vault list` shows them."),
                usage("use subscription nix", "there is no subscription 'nix'. `use` lists those that you can read."),
                usage(
                        "use group nix",
                        "there is no resource group 'nix'. `use subscription NAME` first, or give its ID."),
                usage(
                        "use vault " + Seeds.VAULT + "x",
                        "there is no vault " + Seeds.VAULT + "x. `vault list` shows them."),
                usage("vault show nix", "there is no vault 'nix'"),
                usage("instance list --vault nix", "there is no vault 'nix'"),
                usage("vault list --subscription nix", "there is no subscription 'nix'"),
                usage(
                        "policy show nix",
                        "the vault testBkpVault has no policy 'nix'. `policy list --vault testBkpVault`"
                                + " shows its policies."),
                usage("policy show " + Seeds.DISK_POLICY + "x", "there is no policy " + Seeds.DISK_POLICY + "x."),
                usage("datasource show disk nix", "there is no disk 'nix'. `datasource list` shows them."),
                usage("datasource show " + Seeds.DISK + "x", "there is no disk " + Seeds.DISK + "x."),
                usage("protect disk nix" + DISK_OPTIONS, "there is no disk 'nix'. `datasource list` shows them."),
                usage(
                        "protect blob msdiskbackup --policy BlobBackup-Policy",
                        "there is no storage account 'msdiskbackup'."),
                usage("protect disk msdiskbackup --policy nix --snapshot-group snapshot-rg", "has no policy 'nix'"),
                usage(
                        "protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group nix",
                        "there is no resource"
                                + " group 'nix' in the disk's subscription " + Seeds.OPERATIONS
                                + ". Create it there, or name"
                                + " another."),
                usage("instance show nix", "there is no backup instance 'nix'. `instance list` shows them."),
                usage("instance show " + Seeds.DISK, "there is no backup instance '" + Seeds.DISK + "'."),
                usage("instance delete nix --yes", "there is no backup instance 'nix'. `instance list` shows them."),
                usage("operation show 99", "there is no operation 99. `operation list` shows the numbers."),
                usage("operation watch 99", "there is no operation 99."),
                usage("operation wait 99", "there is no operation 99."),
                usage("explain nix", "the code 'nix' is not known here."),
                usage("nix", "there is no command 'nix'. `help` lists the commands."),
                usage("use planet mars", "'planet' is nothing to stand at. Use subscription, group or vault."),
                usage("datasource list tape", "'tape' is no kind of datasource. Say disk or blob."),
                usage("instance build tape x --policy y", "'tape' is no kind of datasource."));
    }

    static Stream<Arguments> wrongWords() {
        return Stream.of(
                usage("instance list --bogus", "`instance list` has no option '--bogus'."),
                usage(
                        "instance list -o xml",
                        "'xml' is no output format. -o takes table, record, json, jsonl, yaml, csv, tsv."),
                usage("instance list -o", "--output lacks its value."),
                usage("instance list --timeout 3x", "'3x' is no duration; 90s, 20m, 1h30m and PT20M are."),
                usage("instance list --timeout 0", "'0' is no duration"),
                usage("instance list --timeout -5m", "'-5m' is no duration"),
                usage("operation show x", "'x' is no number: OPERATION takes a whole one."),
                usage("operation show 1.5", "'1.5' is no number"),
                usage("operation wait 1 x", "'x' is no number"),
                usage("operation wait", "`operation wait` lacks OPERATION."),
                usage("operation list --limit 0", "a list of 0 operations is none. --limit takes 1 or more."),
                usage("operation list --limit many", "'many' is no number: --limit takes a whole one."),
                usage("instance show", "`instance show` lacks INSTANCE."),
                usage("instance show a b", "'b' is one word too many for `instance show`."),
                usage("protect disk", "`protect disk` lacks DISK"),
                usage("protect disk msdiskbackup --policy", "--policy lacks its value."),
                usage("instance build disk", "--policy is missing. `policy list` shows which there are."),
                usage("instance build disk --policy DiskBackup-Policy", "which disk? Give its name or ID;"),
                usage("instance validate", "there is no draft, and the line says nothing to protect."),
                usage("permission grant", "there is no draft, and the line says nothing to protect."),
                usage(
                        "instance build disk msdiskbackup --location westus" + DISK_OPTIONS,
                        "--location needs the ID of the" + " disk:"),
                usage("use vault", "`use vault` does not say which one."),
                usage("status 'x", "the line cannot be read: a single quote is not closed."));
    }

    static Stream<Arguments> oddNames() {
        return Stream.of(
                usage("use vault ''", "an empty name is no vault. Give its name or ID."),
                usage("use subscription ' '", "an empty name is no subscription."),
                usage("policy show ''", "an empty name is no policy."),
                usage("instance show ''", "an empty name is no backup instance."),
                usage("datasource show ''", "an empty name is no disk or storage account."),
                usage("protect disk ''" + DISK_OPTIONS, "an empty name is no disk."),
                usage(
                        "protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group ''",
                        "an empty name is no" + " resource group."),
                usage(
                        "use vault " + LONG,
                        "'" + "x".repeat(60) + "...' is no name of a vault: it is longer than 260"
                                + " characters. Give its name or ID."),
                usage("policy show " + LONG, "' is no name of a policy: it is longer than 260 characters."),
                usage("policy show a/b", "'a/b' is no name of a policy: it holds a character that no name has."),
                usage("policy show 'a?b'", "'a?b' is no name of a policy"),
                usage("instance show 'a b'", "'a b' is no name of a backup instance"),
                usage("use group 'a#b'", "'a#b' is no name of a resource group"),
                usage("use vault '\u001b[31mred'", "' is no name of a vault: it holds a character that no name has."),
                usage("use vault '\u202egnp.exe'", "' is no name of a vault"),
                usage("policy show 'x\u0007\u0000y'", "' is no name of a policy"),
                usage("'\u001b]0;title\u0007'", "there is no command '"));
    }

    static Stream<Arguments> whatCannotBeProtectedSo() {
        return Stream.of(
                refused(
                        1,
                        "instance build disk disk-east-01" + DISK_OPTIONS,
                        "disk-east-01 cannot be protected like this:"
                                + " the disk is in eastus and the vault testBkpVault in westus; they must be in the same region."
                                + " `vault list` shows the vaults and their regions."),
                refused(
                        1,
                        "instance create blob steastdata01 --policy BlobBackup-Policy",
                        "the storage account is in" + " eastus and the vault testBkpVault in westus"),
                refused(
                        1,
                        "instance build disk msdiskbackup --policy BlobBackup-Policy --snapshot-group snapshot-rg",
                        "the policy BlobBackup-Policy is for Microsoft.Storage/storageAccounts/blobServices, not for"
                                + " Microsoft.Compute/disks. `policy list` shows which policy is for what."
                                + " [BMSUserErrorInvalidInput]"),
                refused(
                        1,
                        "instance build blob msblobbackup --policy DiskBackup-Policy",
                        "the policy DiskBackup-Policy is" + " for Microsoft.Compute/disks, not for"),
                refused(
                        1,
                        "instance build blob msblobbackup --policy BlobVaulted-Policy",
                        "needs a list of containers."
                                + " Use an operational policy, or give the request with --body."
                                + " [UserErrorNoContainersSelectedForOperation]"),
                refused(
                        1,
                        "instance build disk msdiskbackup --policy DiskBackup-Policy",
                        "a disk needs a snapshot resource"
                                + " group. Add --snapshot-group NAME. [UserErrorOperationalStoreParametersNotProvided]"),
                refused(
                        1,
                        "instance build blob msblobbackup --policy BlobBackup-Policy --snapshot-group "
                                + Seeds.SNAPSHOTS,
                        "a snapshot group belongs to disks only. Leave --snapshot-group out."),
                refused(
                        1,
                        "instance build disk msdiskbackup --policy DiskBackup-Policy --snapshot-group /subscriptions/"
                                + Seeds.STORAGE + "/resourceGroups/snapshot-rg-b",
                        "the snapshot group is in subscription "
                                + Seeds.STORAGE + " and the disk in " + Seeds.OPERATIONS
                                + ". Choose a group in the disk's"
                                + " subscription. [UserErrorSnapshotRGSubscriptionMismatch]"),
                usage(
                        "instance build disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg-b",
                        "there is no resource group 'snapshot-rg-b' in the disk's subscription " + Seeds.OPERATIONS
                                + ": there is one in " + Seeds.STORAGE
                                + " (Storage Team), but snapshots must stay in the"
                                + " disk's subscription (UserErrorSnapshotRGSubscriptionMismatch)."),
                refused(
                        1,
                        "instance build disk disk-ultra-01" + DISK_OPTIONS,
                        "a disk of SKU UltraSSD_LRS allows backups" + " every 12 hours or daily"),
                refused(
                        1,
                        "instance build disk msdiskbackup --name 'a/b'" + DISK_OPTIONS,
                        "the instance name 'a/b' may"
                                + " hold letters, digits, dots, dashes and underscores, at most 260."),
                refused(
                        1,
                        "instance build disk msdiskbackup --name " + LONG + DISK_OPTIONS,
                        "the instance name '" + "x".repeat(60) + "...' may hold"),
                refused(
                        1,
                        "instance create disk disk-east-02" + DISK_OPTIONS,
                        "disk-east-02 is protected already, by the" + " vault paygVault (instance disk-east-02-"),
                usage(
                        "datasource show disk twice",
                        "there are 2 of the name 'twice' (disk): " + Seeds.DISKS + "twice and "));
    }

    @ParameterizedTest
    @MethodSource({
        "malformedIds",
        "idsOfTheWrongKind",
        "unknownNames",
        "wrongWords",
        "oddNames",
        "whatCannotBeProtectedSo"
    })
    void isRefusedWithOneSentenceAndChangesNothing(String line, int code, String sentence) {
        refuses(dpsh.atVault(line), code, sentence);
    }

    @Test
    void aNameInTwoSubscriptionsNamesBothIds() {
        String both = "there are 2 of the name 'shared-data' (disk): " + Seeds.DISKS + "shared-data and "
                + Seeds.ACCOUNT.replaceFirst("Microsoft.Storage.*", "Microsoft.Compute/disks/shared-data")
                + ". Give the ID of the one you mean.";
        refuses(dpsh.run("datasource", "show", "disk", "shared-data"), 2, both);
        refuses(
                dpsh.run("--vault", "thirdVault", "-c", "protect disk shared-data --policy Disks --snapshot-group x"),
                2,
                both);
    }

    @Test
    void withoutAVaultTheNextStepIsSaid() {
        refuses(
                dpsh.run("instance", "list"),
                2,
                "no vault is chosen. `use vault NAME`, or --vault NAME; `vault list` shows them.");
    }

    @Test
    void aGroupWithoutASubscriptionIsAskedBack() {
        refuses(
                dpsh.run("vault", "list", "--group", "RG-DiskBackup"),
                2,
                "the group 'RG-DiskBackup' is in no subscription yet. Add --subscription NAME, or give the group's ID.");
    }

    private static void refuses(Ran ran, int code, String sentence) {
        ran.ends(code).prints("");
        assertThat(ran.err()).as(ran.toString()).contains(sentence);
        assertThat(ran.err().lines()).as(ran.toString()).hasSize(1);
        assertThat(ran.err()).doesNotContain("Exception", "\tat ", "\u001b", "\u0007", "\u202e");
        assertThat(ran.err().length())
                .as("what was typed is not repeated at length")
                .isLessThan(900);
        assertThat(dpsh.world()).isEqualTo(world);
        dpsh.run("operation", "list").ends(0).says("no operations\n");
    }
}
