package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.bulk.DatasourceQuery;
import dpsh.bulk.RoleScope;
import dpsh.session.PlaceNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What both plan commands take. */
final class PlanOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "DATASOURCE",
            description = "Names or IDs. Without any, and without --from, all that the filters leave.")
    private List<String> named = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "FILE|-",
            description =
                    "Take them from a file or standard input: one a line, CSV (datasource, and perhaps policy, snapshotGroup, vault, kind), or JSON with ids.")
    private @Nullable String from;

    @Option(
            names = "--policy",
            paramLabel = "NAME|ID",
            description = "The vault's policy to protect with; a policy column in CSV goes before it.")
    private @Nullable String policy;

    @Option(
            names = "--subscriptions",
            paramLabel = "NAME|ID",
            split = ",",
            description = "Look in these subscriptions, separated by commas; in all that you can read otherwise.")
    private List<String> subscriptions = new ArrayList<>();

    @Option(
            names = "--groups",
            paramLabel = "NAME|ID",
            split = ",",
            description = "Look in these resource groups; a name means every group of that name.")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--tag",
            paramLabel = "NAME[=VALUE]",
            description = "Only those with this tag; several must all be there.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--name", paramLabel = "GLOB", description = "Only those whose name is like this: 'vm-*-data?'.")
    private @Nullable String name;

    @Option(names = "--region", paramLabel = "REGION", split = ",", description = "Only those in these regions.")
    private List<String> regions = new ArrayList<>();

    @Option(names = "--unprotected", description = "Only those that no vault you can read protects.")
    private boolean unprotected;

    @Option(
            names = "--scope",
            paramLabel = "WIDTH",
            completionCandidates = Scopes.class,
            description = "Where missing roles are assigned: resource (unless said), group or subscription.")
    private @Nullable String scope;

    @Option(names = "--validate", description = "Have the service validate each that would be protected.")
    private boolean validate;

    @Option(names = "--save", paramLabel = "FILE", description = "Write the plan to this file, for `apply`.")
    private @Nullable Path save;

    @Option(names = "--all", description = "Show every one, also of a big plan.")
    private boolean all;

    /** resource, group and subscription, for completion. */
    static final class Scopes extends DescribedWords {
        @Override
        Map<String, String> words() {
            Map<String, String> words = new LinkedHashMap<>();
            for (RoleScope scope : RoleScope.values()) {
                words.put(scope.word(), scope == RoleScope.RESOURCE ? "each by itself" : "once for all in it");
            }
            return words;
        }
    }

    List<String> named() {
        return named;
    }

    @Nullable
    String from() {
        return from;
    }

    @Nullable
    String policy() {
        return policy;
    }

    boolean validate() {
        return validate;
    }

    @Nullable
    Path save() {
        return save;
    }

    boolean all() {
        return all;
    }

    /** Where missing roles are assigned. */
    RoleScope scope() {
        return scope == null ? RoleScope.RESOURCE : scope(scope);
    }

    /** The scope of this word. */
    static RoleScope scope(String word) {
        return Arrays.stream(RoleScope.values())
                .filter(one -> one.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new DpshException.Usage(
                        "'" + word + "' is no width of a role", null, "say resource, group or subscription"));
    }

    /** What the options ask for. */
    DatasourceQuery query(PlaceNames place, @Nullable Long minGb, @Nullable Long maxGb) {
        List<String> in = new ArrayList<>(subscriptions);
        if (place.subscription() != null) {
            in.add(place.subscription());
        }
        List<String> within = new ArrayList<>(groups);
        if (place.group() != null) {
            within.add(place.group());
        }
        if (minGb != null && maxGb != null && minGb > maxGb) {
            throw new DpshException.Usage(
                    "no disk has " + minGb + " GB at least and " + maxGb + " GB at most", null, "swap the two");
        }
        return new DatasourceQuery(
                in,
                within,
                tags(),
                name == null ? null : DatasourceQuery.glob(name),
                regions.stream().map(Location::new).toList(),
                minGb,
                maxGb,
                unprotected ? Boolean.FALSE : null);
    }

    private Map<String, String> tags() {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String tag : tags) {
            int equals = tag.indexOf('=');
            String key = equals < 0 ? tag : tag.substring(0, equals);
            if (key.isBlank()) {
                throw new DpshException.Usage("'" + tag + "' names no tag", null, "--tag env=prod, or --tag env");
            }
            wanted.put(key.strip(), equals < 0 ? DatasourceQuery.ANY : tag.substring(equals + 1));
        }
        return wanted;
    }
}
