package dpsh.view;

import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.DatasourceKind;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ProtectionState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Backup instances: what is protected, how, and how it stands. */
public final class BackupInstanceView implements View<BackupInstance> {
    private static final Noun NOUN = Noun.of("backup instance");
    public static final List<Column> COLUMNS = List.of(
            Column.of("datasource"),
            Column.whole("kind"),
            Column.of("policy"),
            Column.whole("state"),
            Column.of("instance"),
            Column.extra("vault"),
            Column.data("datasource id"),
            Column.data("id"));

    private final ErrorCatalog catalog;

    public BackupInstanceView(ErrorCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Listing listing(List<BackupInstance> instances) {
        return new Listing(
                NOUN,
                COLUMNS,
                instances.stream()
                        .map(instance -> new Listing.Row(
                                List.of(
                                        datasource(instance),
                                        kind(instance),
                                        name(instance.policy()),
                                        state(instance.state()),
                                        Cell.of(instance.name()),
                                        Cell.of(instance.vault().name()),
                                        Cell.of(id(instance.datasource())),
                                        Cell.of(instance.id().toString())),
                                instance.raw()))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(BackupInstance instance) {
        List<Detail.Field> fields = new ArrayList<>(List.of(
                Detail.Field.of("instance", instance.name()),
                Detail.Field.of("state", state(instance.state())),
                Detail.Field.of("provisioning", instance.provisioningState()),
                Detail.Field.of("datasource", datasource(instance)),
                Detail.Field.of("kind", PolicyView.kind(instance.datasourceType())),
                Detail.Field.of(
                        "region",
                        instance.location() == null ? null : instance.location().spelling()),
                Detail.Field.of("policy", name(instance.policy()))));
        if (instance.snapshotGroup() != null) {
            fields.add(Detail.Field.of("snapshot group", name(instance.snapshotGroup())));
        }
        if (!instance.containers().isEmpty()) {
            fields.add(Detail.Field.of("containers", instance.containers()));
        }
        fields.add(Detail.Field.of("vault", instance.vault().name()));
        fields.add(Detail.Field.of("datasource id", id(instance.datasource())));
        fields.add(Detail.Field.of("id", instance.id().toString()));
        Detail detail = Detail.of(fields, instance.raw());
        ErrorBody error = instance.error();
        return error == null ? detail : detail.and("error", error(error, catalog));
    }

    /** The word of the command line, or the type as the service spells it. */
    private static Cell kind(BackupInstance instance) {
        DatasourceKind kind = DatasourceKind.ofDatasourceType(instance.datasourceType());
        return Cell.of(kind == null ? instance.datasourceType() : kind.word());
    }

    /** The state with its tone: protected is good, on the way a warning, broken bad, stopped dim, anything else plain. */
    public static Cell state(ProtectionState state) {
        return Cell.of(state.word(), tone(state));
    }

    private static Tone tone(ProtectionState state) {
        if (state.isProtected()) {
            return Tone.GOOD;
        }
        if (state.isBroken()) {
            return Tone.BAD;
        }
        if (state.isPending()) {
            return Tone.WARNING;
        }
        return state.isStopped() ? Tone.DIM : Tone.PLAIN;
    }

    /** What the service says went wrong, and what helps. */
    static List<Detail.Field> error(ErrorBody body, ErrorCatalog catalog) {
        ServiceError error = ServiceError.of(body, 200, null, catalog);
        List<Detail.Field> fields = new ArrayList<>();
        fields.add(Detail.Field.of("code", Cell.of(error.code(), Tone.BAD)));
        fields.add(Detail.Field.of("cause", error.why()));
        if (!body.recommendedActions().isEmpty()) {
            fields.add(Detail.Field.of("the service advises", body.recommendedActions()));
        }
        if (error.entry() != null) {
            fields.add(Detail.Field.of("what helps", error.advice()));
        }
        fields.add(Detail.Field.of("activity", body.activityId()));
        return fields;
    }

    private static Cell datasource(BackupInstance instance) {
        return instance.datasource() == null ? Cell.of(instance.friendlyName()) : name(instance.datasource());
    }

    private static Cell name(@Nullable ResourceId id) {
        return Cell.of(id == null ? null : id.name());
    }

    private static @Nullable String id(@Nullable ResourceId id) {
        return id == null ? null : id.toString();
    }
}
