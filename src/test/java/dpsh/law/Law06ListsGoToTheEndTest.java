package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.InProcess;
import dpsh.arm.DpshException;
import dpsh.backup.Vault;
import dpsh.client.ClientBench;
import dpsh.client.Pages;
import dpsh.client.ScriptedArm;
import dpsh.sandbox.SandboxFaults;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Law 6: lists go to the end, and one that broke off says so. The sandbox's pages have three rows here. How links are
 * followed is {@code dpsh.rest.PagerTest}'s.
 *
 * <p>Red, each tried: {@code Pager.Walk.next} forgetting {@code read.next()}; {@code Desk.showEach} answering DONE for a list
 * that broke off; {@code Listing.total} without its word "partial".
 */
class Law06ListsGoToTheEndTest {
    @TempDir
    Path home;

    private Rehearsal rehearsal;

    @BeforeEach
    void open() {
        rehearsal = new Rehearsal(home);
    }

    @AfterEach
    void close() {
        rehearsal.close();
    }

    @Test
    void everyPageIsReadAndTheTotalIsSaid() {
        InProcess.Ended policies = rehearsal.lines("policy list");
        assertThat(policies.code()).as(policies.toString()).isZero();
        assertThat(policies.out().lines()).as(policies.toString()).hasSize(6);
        assertThat(policies.err()).endsWith("5 policies\n");

        InProcess.Ended disks = rehearsal.lines("datasource list disk");
        assertThat(disks.err()).as(disks.toString()).contains("8 d");
        assertThat(disks.out().lines()).hasSize(9);
        assertThat(rehearsal.lines("datasource list blob -o jsonl").out().lines())
                .hasSize(6);
    }

    @Test
    void aNameOnALaterPageIsFound() {
        InProcess.Ended ended = rehearsal.lines("datasource show disk shared-data --group RG-DiskBackup -o json");
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("\"name\": \"shared-data\"");
    }

    private void breakOffAfterTheFirstPage() {
        String link = rehearsal.sandbox.endpoint() + "/subscriptions/x/broken?$skipToken=2";
        String first = "{\"id\":\"" + Rehearsal.VAULT + "/backupPolicies/first\",\"name\":\"first\",\"properties\":"
                + "{\"datasourceTypes\":[\"Microsoft.Compute/disks\"],\"policyRules\":[]}}";
        rehearsal
                .faults()
                .next(
                        1,
                        "GET",
                        "/backupPolicies$",
                        new SandboxFaults.Respond(
                                200,
                                Map.of("Content-Type", "application/json"),
                                "{\"value\":[" + first + "],\"nextLink\":\"" + link + "\"}"));
        rehearsal
                .faults()
                .always(
                        "GET",
                        "/broken",
                        new SandboxFaults.Respond(
                                500,
                                Map.of("Content-Type", "application/json"),
                                "{\"error\":{\"code\":\"InternalServerError\",\"message\":\"Try later.\"}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "record", "json", "jsonl"})
    void aListThatBreaksOffIsShownAsFarAsItCameAndMarked(String format) {
        breakOffAfterTheFirstPage();
        InProcess.Ended ended = rehearsal.lines("policy list -o " + format);
        assertThat(ended.code()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.out()).contains("first");
        assertThat(ended.err())
                .contains(
                        format.startsWith("json") ? "{\"partial\":{\"count\":1," : "partial: 1 policy so far, then",
                        "InternalServerError");
    }

    @Test
    void aNameIsNotCalledAbsentBecauseTheListBrokeOff() {
        breakOffAfterTheFirstPage();
        SandboxFaults.Respond broken = new SandboxFaults.Respond(
                500, Map.of("Content-Type", "application/json"), "{\"error\":{\"code\":\"InternalServerError\"}}");
        rehearsal.faults().always("GET", "/Microsoft.Compute/disks$", broken);
        InProcess.Ended ended = rehearsal.lines("datasource show disk msdiskbackup");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.err()).contains("InternalServerError").doesNotContain("there is no");
    }

    @Test
    void pagesStreamAsTheyArrive() {
        try (ClientBench bench = new ClientBench(home.resolve("bench"))) {
            String list = "/subscriptions/" + ClientBench.MASK + "/providers/Microsoft.DataProtection/backupVaults";
            String vault = "{\"id\":\"" + ClientBench.VAULT + "\",\"location\":\"westus\"}";
            bench.arm
                    .on(
                            "GET " + list,
                            ScriptedArm.json(
                                    200,
                                    "{\"value\":[" + vault + "],\"nextLink\":\"" + bench.arm.root() + "/second\"}"))
                    .on("GET /second", ScriptedArm.json(403, "{\"error\":{\"code\":\"AuthorizationFailed\"}}"));
            Pages<Vault> pages = bench.service
                    .backup()
                    .vaults(java.util.Objects.requireNonNull(ClientBench.VAULT.subscription()), null);
            Iterator<List<Vault>> walk = pages.iterator();
            assertThat(bench.arm.arrived()).isEmpty();
            assertThat(walk.next()).extracting(Vault::id).containsExactly(ClientBench.VAULT);
            assertThat(bench.arm.arrived("GET /second")).isEmpty();
            assertThatThrownBy(walk::next).isInstanceOf(DpshException.Service.class);
        }
    }
}
