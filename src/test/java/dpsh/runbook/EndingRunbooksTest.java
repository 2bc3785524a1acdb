package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Ran;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** scripts/runbooks: move-policy and decommission. */
class EndingRunbooksTest {
    private static final String[] MOVE = {"--from", "DiskDaily-Policy", "--to", "DiskBackup-12h-Policy"};
    private static final List<String> YES = List.of("--yes");

    private final Runbooks runbooks = new Runbooks();
    private final TakenRunbook move = TakenRunbook.of(runbooks, "move-policy");
    private final TakenRunbook decommission = TakenRunbook.of(runbooks, "decommission");

    @BeforeEach
    void protectTwo() {
        Ran ran = TakenRunbook.of(runbooks, "protect-disks")
                .run(
                        "--policy",
                        "DiskDaily-Policy",
                        "--snapshot-group",
                        "snapshot-rg",
                        "--tag",
                        "env=prod",
                        "--region",
                        "westus",
                        "--grant");
        assertThat(ran.code()).as(ran.toString()).isZero();
    }

    @AfterEach
    void close() {
        runbooks.close();
    }

    @Test
    void movesInstancesToAnotherPolicyWhenToldTo() {
        String before = runbooks.dpsh().world();
        TakenRunbook.Answered preview = move.json(MOVE);
        assertThat(preview.all("result")).containsExactly("would be moved", "would be moved");
        assertThat(preview.ran().err()).contains("nothing was changed; --apply moves 2 instances");
        Ran shown = move.with(List.of("--show-request"), MOVE[0], MOVE[1], MOVE[2], MOVE[3], "--apply");
        assertThat(shown.code()).as(shown.toString()).isZero();
        assertThat(move.with(List.of("--read-only"), MOVE[0], MOVE[1], MOVE[2], MOVE[3], "--apply")
                        .code())
                .isEqualTo(4);
        assertThat(runbooks.dpsh().world()).isEqualTo(before);

        TakenRunbook.Answered one = move.json(MOVE[0], MOVE[1], MOVE[2], MOVE[3], "--name", "disk-prod-*", "--apply");
        assertThat(one.ran().code()).as(one.ran().toString()).isZero();
        assertThat(one.of("disk-prod-01", "result")).isEqualTo("moved");
        assertThat(one.rows()).hasSize(1);
        TakenRunbook.Answered rest = move.json(MOVE[0], MOVE[1], MOVE[2], MOVE[3], "--apply");
        assertThat(rest.of("disk-ultra-01", "result")).isEqualTo("moved");
        assertThat(rest.rows()).hasSize(1);
        TakenRunbook.Answered none = move.json(MOVE[0], MOVE[1], MOVE[2], MOVE[3], "--apply");
        assertThat(none.ran().code()).isZero();
        assertThat(none.rows()).isEmpty();
        assertThat(runbooks.dpsh().world()).contains("DiskBackup-12h-Policy").doesNotContain("DiskDaily-Policy");
    }

    @Test
    void oneThatCannotBeMovedDoesNotKeepTheOther() {
        stopped("disk-ultra-01");
        TakenRunbook.Answered moved = move.json(MOVE[0], MOVE[1], MOVE[2], MOVE[3], "--apply");
        assertThat(moved.ran().code()).as(moved.ran().toString()).isEqualTo(3);
        assertThat(moved.of("disk-prod-01", "result")).isEqualTo("moved");
        assertThat(moved.of("disk-ultra-01", "result")).isEqualTo("failed");
        assertThat(moved.of("disk-ultra-01", "why")).contains("ProtectionStopped");
        TakenRunbook.Answered left = move.json(MOVE[0], MOVE[1], MOVE[2], MOVE[3], "--apply");
        assertThat(left.ran().code()).isEqualTo(1);
    }

    @Test
    void previewsTheConsequencesAndAsksBeforeItStops() {
        String before = runbooks.dpsh().world();
        TakenRunbook.Answered preview = decommission.json(YES, "--how", "stop", "disk-prod-01");
        assertThat(preview.of("disk-prod-01", "result")).isEqualTo("would stop");
        assertThat(preview.of("disk-prod-01", "consequence")).contains("kept for ever");
        assertThat(preview.rows()).hasSize(1);
        Ran unasked = decommission.run("--how", "stop", "disk-prod-01", "--apply");
        assertThat(unasked.code()).isEqualTo(2);
        assertThat(unasked.err()).contains("this must be confirmed").contains("kept for ever");
        Ran shown = decommission.with(List.of("--show-request"), "--how", "stop", "disk-prod-01", "--apply");
        assertThat(shown.code()).as(shown.toString()).isZero();
        assertThat(shown.out()).contains("/stopProtection");
        assertThat(decommission
                        .with(List.of("--yes", "--read-only"), "--how", "stop", "disk-prod-01", "--apply")
                        .code())
                .isEqualTo(4);
        assertThat(runbooks.dpsh().world()).isEqualTo(before);

        TakenRunbook.Answered stopped = stopped("disk-prod-01");
        assertThat(stopped.of("disk-prod-01", "state")).isEqualTo("ProtectionStopped");
        assertThat(stopped("disk-prod-01").of("disk-prod-01", "result")).isEqualTo("unchanged");
        TakenRunbook.Answered suspend =
                decommission.json(YES, "--how", "suspend", "--policy", "DiskDaily-Policy", "--apply");
        assertThat(suspend.ran().code()).as(suspend.ran().toString()).isEqualTo(3);
        assertThat(suspend.of("disk-ultra-01", "result")).isEqualTo("suspended");
        assertThat(suspend.of("disk-prod-01", "why")).contains("ProtectionStopped");
    }

    @Test
    void deletesByGroupAndASecondTimeFindsNothingToDo() {
        TakenRunbook.Answered preview = decommission.json("--how", "delete", "--group", "rg-diskbackup");
        assertThat(preview.all("result")).containsExactly("would delete", "would delete");
        assertThat(preview.of("disk-prod-01", "consequence")).contains("deletes its backups", "cannot be undone");
        TakenRunbook.Answered one = decommission.json(YES, "--how", "delete", "disk-prod-01", "--apply");
        assertThat(one.of("disk-prod-01", "result")).as(one.ran().toString()).isEqualTo("deleted");
        TakenRunbook.Answered again = decommission.json(YES, "--how", "delete", "disk-prod-01", "--apply");
        assertThat(again.ran().code()).as(again.ran().toString()).isZero();
        assertThat(again.rows()).isEmpty();
        TakenRunbook.Answered rest = decommission.json(YES, "--how", "delete", "--group", "rg-diskbackup", "--apply");
        assertThat(rest.all("result")).containsExactly("deleted");
        assertThat(runbooks.dpsh().world()).doesNotContain("disk-prod-01-").doesNotContain("disk-ultra-01-");
    }

    private TakenRunbook.Answered stopped(String disk) {
        TakenRunbook.Answered stopped = decommission.json(YES, "--how", "stop", disk, "--apply");
        assertThat(stopped.ran().code()).as(stopped.ran().toString()).isZero();
        return stopped;
    }
}
