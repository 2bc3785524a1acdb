package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.bulk.RunCounts;
import dpsh.bulk.RunStanding;
import dpsh.store.ItemState;
import dpsh.store.RunState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunViewsTest {
    private static final Instant NOW = RunSamples.BEGIN.plusSeconds(3600);
    private final RunView runs = new RunView(NOW);
    private final RunItemView items = new RunItemView();

    private static RunStanding standing(RunState state) {
        return new RunStanding(RunSamples.run(state), RunCounts.of(RunSamples.small()));
    }

    @Test
    void runsAreListedWithWhatCameOfThem() {
        Paper paper = Paper.marked();
        Printers.of(Format.TABLE)
                .print(runs.listing(List.of(standing(RunState.DONE), standing(RunState.RUNNING))), paper.page());
        assertThat(paper.out()).isEqualTo("""
                heading(number)  heading(title)                   heading(state)        heading(done)  heading(failed)  heading(total)  heading(started)  heading(took)
                     7  disks of RG-DiskBackup  done            2       bad(3)      7  1 h ago  14 min 5 s
                     7  disks of RG-DiskBackup  warning(interrupted)     2       bad(3)      7  1 h ago  dim(-)
                """);
        assertThat(paper.err()).isEqualTo("dim(2 runs)\n");
    }

    @Test
    void aRunIsShownWithItsCounts() {
        Paper paper = Paper.pipe();
        Printers.of(Format.TABLE).print(runs.detail(standing(RunState.DONE)), paper.page());
        assertThat(paper.out()).isEqualTo("""
                number   7
                title    disks of RG-DiskBackup
                state    done
                plan     plan-1
                grants   yes, at each resource
                started  1 h ago (2026-11-21T09:00:00Z)
                ended    45 min ago (2026-11-21T09:14:05Z)
                took     14 min 5 s
                items    7

                items
                  planned      1
                  configuring  1
                  protected    1
                  unchanged    1
                  blocked      1
                  failed       1
                  unknown      1
                """);
    }

    @Test
    void aRunAsJsonHasItsDocumentedShape() {
        Paper paper = Paper.pipe();
        Printers.of(Format.JSONL).print(runs.detail(standing(RunState.DONE)), paper.page());
        assertThat(paper.out())
                .isEqualTo("{\"number\":7,\"title\":\"disks of RG-DiskBackup\",\"state\":\"done\",\"plan\":\"plan-1\","
                        + "\"grant\":true,\"scope\":\"resource\",\"total\":7,\"done\":2,\"failed\":3,\"items\":{"
                        + "\"planned\":1,\"granted\":0,\"validated\":0,\"submitted\":0,\"configuring\":1,\"protected\":1,"
                        + "\"unchanged\":1,\"blocked\":1,\"failed\":1,\"unknown\":1},"
                        + "\"created\":\"2026-11-21T09:00:00Z\",\"ended\":\"2026-11-21T09:14:05Z\"}\n");
    }

    @Test
    void resultsSayWhyAndWhatToDo() {
        Paper paper = Paper.pipe();
        Printers.of(Format.TABLE).print(items.listing(RunSamples.small().subList(2, 5)), paper.page());
        assertThat(paper.out()).isEqualTo("""
                number  datasource  state    code                         why                                            fix                               took
                     3  ultra-disk  blocked  UserErrorUnsupportedDiskSku  Ultra disks cannot be protected                choose another SKU                1 s
                     4  sql-disk    failed   UserErrorMissingPermissions  The vault's identity lacks Disk Backup Reader  `permission grant disk sql-disk`  1 min 27 s
                     5  slow-disk   unknown  -                            it did not end within 1 h                      `runs resume 7`                   14 min 1 s
                """);
        assertThat(paper.err()).isEqualTo("3 items\n");
    }

    @Test
    void resultsAsCsvHaveTheIds() {
        Paper paper = Paper.pipe();
        Printers.of(Format.CSV).print(items.listing(RunSamples.small().subList(3, 4)), paper.page());
        assertThat(paper.out()).isEqualTo("""
                number,datasource,state,code,why,fix,took,seconds,kind,instance,vault,policy,activity,datasource id
                4,sql-disk,failed,UserErrorMissingPermissions,The vault's identity lacks Disk Backup Reader,`permission grant disk sql-disk`,1 min 27 s,87.000,disk,sql-disk-1,testBkpVault,DiskBackup-Policy,0f8fad5b-d9cb-469f-a165-70867728950e,/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/sql-disk
                """);
    }

    @Test
    void anItemIsShownWhole() {
        Paper paper = Paper.pipe();
        Printers.of(Format.RECORD).print(items.detail(RunSamples.small().get(0)), paper.page());
        assertThat(paper.out())
                .contains(
                        "state           protected\n",
                        "started         2026-11-21T09:00:00Z\n",
                        "snapshot group  snapshot-rg\n",
                        "took            3 min 20 s\n");
    }

    @Test
    void secretsAndControlCharactersOfMessagesAreNotPassedOn() {
        var item = RunSamples.item(1, "a", ItemState.FAILED, 0, 1, 2)
                .in(ItemState.FAILED, "X\u001b[31m", "see https://host/path?sig=abc&api-version=1\nnow", null, null);
        Paper paper = Paper.pipe();
        Printers.of(Format.JSONL).print(items.detail(item), paper.page());
        assertThat(paper.out())
                .contains("\"code\":\"X\"", "\"message\":\"see https://host/path?api-version=1&… now\"")
                .doesNotContain("abc");
    }
}
