package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The examples that the help of each command shows, carried out in the sandbox in one session, in an order in which they make
 * sense.
 */
class ExamplesTest {
    /**
     * The session. A number in front is the exit code where it is not 0; a line that begins with + is no example and prepares
     * what follows.
     */
    private static final String SESSION = """
            use subscription "Backup Operations"
            use vault testBkpVault
            use -
            use vault testBkpVault --save
            status
            status -o json
            profile create prod
            profile create lab --vault testBkpVault
            profile list
            profile show
            profile show prod
            profile use prod
            profile use default
            2 profile delete lab
            protection set subscription "Backup Operations" read-only
            + protection set subscription "Backup Operations" open --yes
            protection set profile read-only
            + protection set profile open --yes
            protection set vault testBkpVault protected
            protection list
            2 protection set vault testBkpVault open
            + protection set vault testBkpVault open --yes
            login
            whoami
            vault list
            vault list --subscription "Backup Operations" -o json
            vault show testBkpVault
            policy list --vault testBkpVault
            policy show DiskBackup-Policy
            datasource list
            datasource list disk --unprotected
            datasource show disk msdiskbackup
            1 permission check blob msblobbackup
            1 permission check disk msdiskbackup --snapshot-group snapshot-rg
            instance build disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg
            instance build blob msblobbackup --policy BlobBackup-Policy
            + instance build blob msblobbackup --policy BlobBackup-Policy > request.json
            1 instance validate
            explain last
            last
            last -o json
            permission grant blob msblobbackup --policy BlobBackup-Policy
            instance validate
            instance validate --body request.json
            instance create
            instance create blob msblobbackup --policy BlobBackup-Policy --no-wait
            draft show
            draft save monday
            draft list
            draft show monday
            draft use monday
            draft delete monday
            protect blob msblobbackup --policy BlobBackup-Policy --grant
            protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant
            instance list --vault testBkpVault
            instance show msdiskbackup
            instance backup msdiskbackup --rule BackupHourly --no-wait
            instance backup msdiskbackup
            job list --running
            job list --failed --last 24h
            + job list -o jsonl --query "[].name" > JOBS
            job watch
            recovery-point list msdiskbackup
            instance update msdiskbackup --policy DiskDaily-Policy
            2 instance suspend msdiskbackup
            instance suspend msdiskbackup --yes
            instance resume msdiskbackup
            instance sync msdiskbackup
            instance sync msdiskbackup --force
            2 instance stop msdiskbackup
            instance stop msdiskbackup --yes
            2 instance delete msdiskbackup
            + instance delete msdiskbackup --yes
            instance list --deleted
            operation list
            operation list --open
            operation show 7
            operation watch
            operation watch 7 8
            operation wait 7 8 --timeout 20m
            3 plan disks --groups RG-DiskBackup --policy DiskBackup-Policy --snapshot-group snapshot-rg
            3 plan disks --tag env=prod --unprotected --policy P --snapshot-group G -o json
            3 plan blobs --tag env=prod --policy BlobBackup-Policy
            plan blobs --from accounts.csv --policy BlobBackup-Policy --validate --save plan.json
            plan disks --from disks.csv --policy P --snapshot-group G --scope group --save plan.json
            plan show plan.json
            plan show plan.json --all
            apply plan.json --grant
            apply plan.json --report run.html
            + apply plan.json
            runs list
            runs list --limit 5
            runs show
            runs show 3
            runs resume
            runs resume 3 --grant
            runs retry
            runs retry 3 --only failed,unknown
            runs retry 3 --only blocked --grant
            runs report run.html
            runs report run.xml run.csv --run 3
            results
            results 3 --status failed -o csv
            coverage
            coverage disk --unprotected --subscription "Backup Operations"
            watch
            watch --inline --all
            watch job list until "length([?properties.status=='InProgress']) == `0`"
            run --check audit.groovy
            run audit.groovy --tag env=prod
            + instance list
            = _.size()
            + instance list
            = _.findAll { it.state != 'ProtectionConfigured' }
            = x = 3
            = backup.vaults()
            + coverage disk
            _ -o yaml
            + instance list
            _ --sort -state --columns datasource,state
            + instance list
            _ --query "[].name" > names.txt
            timing on
            timing off
            set
            set output record
            set hints off --session
            set output --reset
            refresh
            refresh --status
            alias open = instance list --output record
            alias count = "instance list -o json | jq length"
            alias
            alias --remove open
            source morning.dpsh
            source morning.dpsh --all-lines
            source cleanup.dpsh --show-request
            explain UserErrorMissingRequiredPermissions
            explain snapshot
            explain 429
            explain the message 'BMSUserErrorInvalidInput: Input provided for the call is invalid'
            explain -o csv
            sandbox estate --disks 10000 --groups 20 > estate.json
            sandbox estate export --anonymize > estate.json
            sandbox state save world.json
            sandbox clock
            sandbox clock show
            sandbox clock advance 1d
            sandbox clock advance 90s
            sandbox clock advance P1DT2H
            sandbox fault add code UserErrorMissingRequiredPermissions times=1
            sandbox fault add status 503 method=GET every=5
            sandbox fault add storm 429 for=2m retry-after=17
            sandbox fault add reset before-headers on=putInstance
            sandbox fault list
            sandbox fault clear 3
            sandbox fault clear
            help instance create
            help topics
            help ids
            help --search snapshot
            tour --list
            """;

    /** What cannot be carried out so, and where it is carried out instead. */
    private static final Map<String, String> ELSEWHERE = new TreeMap<>(Map.ofEntries(
            Map.entry("login device-code", "a person signs in at Azure"),
            Map.entry("watch instance list every 30s", "never ends by itself: WatchCommandTest"),
            Map.entry("instance undelete msdiskbackup", "needs a vault with soft delete: AfterProtectionTest"),
            Map.entry("edit", "needs the prompt: EditSessionTest"),
            Map.entry("edit draft", "needs the prompt: EditSessionTest"),
            Map.entry("edit command", "needs the prompt: EditSessionTest"),
            Map.entry("history", "needs the prompt: OwnWordsAtPromptTest"),
            Map.entry("history 20", "needs the prompt: OwnWordsAtPromptTest"),
            Map.entry("history --search protect", "needs the prompt: OwnWordsAtPromptTest"),
            Map.entry("history --clear", "needs the prompt: OwnWordsAtPromptTest"),
            Map.entry("tour", "asks at each step: TourTest"),
            Map.entry("tour 6", "asks at each step: TourTest"),
            Map.entry("exit", "ends the session: ShellSessionTest"),
            Map.entry("exit 3", "ends the session: SourceCommandTest"),
            Map.entry("exit --yes", "ends the session: LeavingTest"),
            Map.entry("job show f8d7a20d", "a job of its own: jobsAndRecoveryPointsAreShownByTheirNames"),
            Map.entry("job watch f8d7a20d", "the same"),
            Map.entry("recovery-point show msdiskbackup", "the same"),
            Map.entry("recovery-point show msdiskbackup 9db34ab2e18f4b268a0ac740ef8fa6bd", "the same"),
            Map.entry("dpsh sandbox serve --port 8080", "serves until it is ended: SandboxPageTest"),
            Map.entry("dpsh sandbox serve --tls --strict", "serves until it is ended: SandboxPageTest"),
            Map.entry("dpsh sandbox serve --faults faults.txt --seed 1", "serves until it is ended: SandboxPageTest")));

    private static final Pattern FILE = Pattern.compile("\\b[\\w-]+\\.(json|csv|html|xml|groovy|dpsh|txt)\\b");
    private static final Pattern ENDED = Pattern.compile("dpsh: line (\\d+) ended with (\\d+)");

    @TempDir
    Path directory;

    private record Line(int code, String text, boolean example) {
        static Line of(String written) {
            boolean example = !written.startsWith("+ ");
            Matcher coded = Pattern.compile("(\\d) (.*)").matcher(written);
            if (coded.matches()) {
                return new Line(Integer.parseInt(coded.group(1)), coded.group(2), true);
            }
            return new Line(0, example ? written : written.substring(2), example);
        }
    }

    private static Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>();
        for (CommandLine command : HelpTest.commands()) {
            if (command.getParent() != null) {
                shown.addAll(List.of(command.getCommandSpec().usageMessage().footer()));
            }
        }
        return shown;
    }

    @Test
    void everyExampleIsCarriedOutOrItIsSaidWhyNot() {
        Set<String> held = new LinkedHashSet<>(ELSEWHERE.keySet());
        SESSION.lines().map(Line::of).filter(Line::example).map(Line::text).forEach(held::add);
        assertThat(held).containsExactlyInAnyOrderElementsOf(shown());
    }

    @Test
    void everyExampleEndsAsItsCommandDoesWhenAllIsWell() throws IOException {
        prepare();
        List<Line> lines = SESSION.lines().map(Line::of).toList();
        StringBuilder input = new StringBuilder();
        for (Line line : lines) {
            String here = FILE.matcher(line.text())
                    .replaceAll(file -> Matcher.quoteReplacement(
                            directory.resolve(file.group()).toString()));
            input.append(here.replace("--policy P ", "--policy DiskDaily-Policy ")
                            .replace("--snapshot-group G ", "--snapshot-group snapshot-rg ")
                            .replace("> JOBS", "> " + directory.resolve("jobs")))
                    .append('\n');
        }
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            dpsh.lines("profile create here").ends(0);
            Ran ran = dpsh.run(input.toString(), new String[] {"--profile", "here", "--keep-going"});
            Map<Integer, Integer> codes = new TreeMap<>();
            for (Matcher ended = ENDED.matcher(ran.err()); ended.find(); ) {
                codes.put(Integer.valueOf(ended.group(1)), Integer.valueOf(ended.group(2)));
            }
            List<String> came = new ArrayList<>();
            List<String> wanted = new ArrayList<>();
            for (int at = 0; at < lines.size(); at++) {
                came.add(codes.getOrDefault(at + 1, 0) + " " + lines.get(at).text());
                wanted.add(lines.get(at).code() + " " + lines.get(at).text());
            }
            assertThat(came).as(ran.err()).isEqualTo(wanted);
        }
    }

    @Test
    void jobsAndRecoveryPointsAreShownByTheirNames() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            dpsh.atVault(Seeds.PROTECT_DISK_DAILY).ends(0);
            dpsh.atVault("instance backup msdiskbackup").ends(0);
            String job =
                    dpsh.atVault("job list --query \"[0].name\" -o tsv").ends(0).out();
            String point = dpsh.atVault("recovery-point list msdiskbackup --query \"[0].name\" -o tsv")
                    .ends(0)
                    .out();
            for (String line : ELSEWHERE.keySet()) {
                if (line.startsWith("job ") || line.startsWith("recovery-point ")) {
                    dpsh.atVault(line.replace("f8d7a20d", job.substring(0, 8))
                                    .replace("9db34ab2e18f4b268a0ac740ef8fa6bd", point.strip()))
                            .ends(0);
                }
            }
        }
    }

    private void prepare() throws IOException {
        Files.writeString(directory.resolve("disks.csv"), "name\ndisk-dev-01\ndisk-prod-01\n");
        Files.writeString(directory.resolve("accounts.csv"), "name\nstdevdata01\n");
        Files.writeString(directory.resolve("audit.groovy"), "println options.tag\nbackup.coverage()\n");
        Files.writeString(directory.resolve("morning.dpsh"), "use vault testBkpVault\ninstance list\n");
        Files.writeString(directory.resolve("cleanup.dpsh"), "instance delete msblobbackup\n");
    }
}
