package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Names;
import dpsh.backup.Policy;
import dpsh.backup.Preflight;
import dpsh.backup.ReadDraft;
import dpsh.backup.Vault;
import dpsh.client.Bodies;
import dpsh.session.Finder;
import dpsh.session.Seen;
import dpsh.session.Sightings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that make a request to configure backup, shared by build, validate, create and the permission commands. */
final class DraftOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = DatasourceWords.class,
            description = "disk or blob; left out with --body, or to take the session's draft.")
    private @Nullable String kind;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DATASOURCE",
            description = "The disk's or storage account's name or ID.")
    private @Nullable String datasource;

    @Option(names = "--policy", paramLabel = "NAME|ID", description = "The vault's policy to protect it with.")
    private @Nullable String policy;

    @Option(
            names = "--snapshot-group",
            paramLabel = "NAME|ID",
            description = "For a disk: the resource group for its snapshots, in the disk's subscription.")
    private @Nullable String snapshotGroup;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The instance's name; derived from the datasource's ID otherwise, so that repeating changes"
                    + " nothing.")
    private @Nullable String name;

    @Option(
            names = "--location",
            paramLabel = "REGION",
            description = "The datasource's region, if it shall not be read from the service; needs its ID.")
    private @Nullable String location;

    @Option(
            names = "--body",
            paramLabel = "FILE|-",
            description = "Take the request's body from a file or standard input.")
    private @Nullable String body;

    /**
     * A request with all that was read to make it.
     *
     * @param datasource null when it was not read
     * @param findings what the checks before the call found
     */
    record Request(
            InstanceDraft draft,
            Vault vault,
            Policy policy,
            @Nullable Datasource datasource,
            List<Finding> findings) {
        boolean isBlocked() {
            return findings.stream().anyMatch(Finding::isError);
        }
    }

    @Option(names = "--draft", paramLabel = "DRAFT", description = "Take this saved draft; see draft list.")
    private @Nullable String saved;

    /** Whether the line itself says what to protect, and not the session's draft. */
    boolean given() {
        return kind != null || body != null || saved != null;
    }

    /** The request that the line asks for: from its body file, its options, or the session's draft. */
    Request request(Desk desk) {
        refuseIdle();
        if (body != null) {
            ReadDraft read =
                    Bodies.read(body.equals("-") ? "standard input" : body, BodyReader.text(body, desk.input()));
            return checked(desk, read.draft(), read.notes(), null);
        }
        if (saved != null) {
            return checked(desk, desk.session().saved().drafts().find(saved), List.of(), null);
        }
        if (kind == null) {
            InstanceDraft draft = desk.session().draft();
            if (draft == null) {
                throw new DpshException.Usage(
                        "there is no draft, and the line says nothing to protect",
                        null,
                        "`instance build disk NAME --policy P --snapshot-group G` makes one");
            }
            return checked(desk, draft, List.of(), null);
        }
        DatasourceKind wanted = ListDatasourcesCommand.kind(kind);
        if (policy == null) {
            throw new DpshException.Usage("--policy is missing", null, "`policy list` shows which there are");
        }
        Finder finder = desk.finder();
        Vault vault = finder.vault(null);
        Policy found = finder.policy(policy, vault);
        Target target = target(desk, wanted);
        InstanceDraft draft = new InstanceDraft(
                name == null ? Names.instanceName(target.id()) : name,
                wanted,
                target.id(),
                target.location(),
                found.id(),
                target.snapshotGroup(),
                null);
        return checked(desk, draft, List.of(), new Known(vault, found, target.datasource()));
    }

    /** An option that would be passed over is a misunderstanding. */
    private void refuseIdle() {
        if (saved != null && (body != null || kind != null)) {
            throw new DpshException.Usage(
                    "--draft has no effect here", "the line says what to protect already", "leave one of them out");
        }
        if (body == null && kind != null) {
            return;
        }
        String idle = datasource != null || kind != null
                ? "what to protect"
                : policy != null
                        ? "--policy"
                        : snapshotGroup != null
                                ? "--snapshot-group"
                                : name != null ? "--name" : location != null ? "--location" : null;
        if (idle != null) {
            throw new DpshException.Usage(
                    idle + " has no effect here",
                    body != null ? "--body says everything" : "the session's draft says everything",
                    body != null ? "change the body, or leave --body out" : "name the kind and the datasource too");
        }
    }

    private record Known(
            Vault vault, Policy policy, @Nullable Datasource datasource) {}

    /**
     * What shall be protected.
     *
     * @param datasource null when its region was given and it was not read
     */
    record Target(
            ResourceId id,
            Location location,
            @Nullable Datasource datasource,
            @Nullable ResourceId snapshotGroup) {}

    /** The datasource and snapshot group that the options name. */
    Target target(Desk desk, DatasourceKind wanted) {
        if (datasource == null) {
            throw new DpshException.Usage(
                    "which " + wanted.label() + "?", null, "give its name or ID; `datasource list` shows them");
        }
        if (location != null) {
            if (!ResourceId.looksLikeId(datasource)) {
                throw new DpshException.Usage(
                        "--location needs the ID of the " + wanted.label(),
                        "a name is looked up at the service, which tells the region too",
                        "leave --location out, or give the ID");
            }
            ResourceId id = Finder.ofKind(ResourceId.parse(datasource), wanted);
            return new Target(id, new Location(location), null, group(desk, id));
        }
        Datasource found = desk.finder().datasource(wanted, datasource);
        desk.remember(List.of(Sightings.of(found)));
        return new Target(found.id(), found.location(), found, group(desk, found.id()));
    }

    /** The kind that the line names; null when it takes the draft. */
    @Nullable
    DatasourceKind kind() {
        return kind == null ? null : ListDatasourcesCommand.kind(kind);
    }

    @Nullable
    String policy() {
        return policy;
    }

    private @Nullable ResourceId group(Desk desk, ResourceId disk) {
        return snapshotGroup == null ? null : group(desk, snapshotGroup, disk);
    }

    /** The snapshot group, kept for Tab. */
    static ResourceId group(Desk desk, String given, ResourceId disk) {
        ResourceId group = desk.finder().snapshotGroup(given, disk);
        desk.remember(List.of(new Seen("group", group, group.name(), null, null)));
        return group;
    }

    private static Request checked(Desk desk, InstanceDraft draft, List<Finding> notes, @Nullable Known known) {
        List<Finding> findings = new ArrayList<>(notes);
        if (known == null) {
            List<Finding> offline = Preflight.offline(draft);
            if (offline.stream().anyMatch(Finding::isError)) {
                throw Refusals.of(draft.datasource().name(), offline);
            }
        }
        Known facts = known == null ? read(desk, draft) : known;
        findings.addAll(Preflight.check(draft, facts.vault(), facts.policy(), facts.datasource()));
        return new Request(draft, facts.vault(), facts.policy(), facts.datasource(), findings);
    }

    /** The vault is the one that the policy belongs to. */
    private static Known read(Desk desk, InstanceDraft draft) {
        ResourceId vaultId = draft.policy().parent();
        Vault vault = desk.finder().vault(vaultId == null ? null : vaultId.toString());
        ResourceId here = desk.place().vault();
        if (here != null && !here.equals(vault.id())) {
            throw new DpshException.Usage(
                    "the request's policy belongs to the vault " + vault.name() + ", and the line stands at "
                            + here.name(),
                    null,
                    "`use vault " + vault.name() + "`, or --vault " + vault.name());
        }
        return new Known(vault, desk.finder().policy(draft.policy().toString(), vault), null);
    }
}
