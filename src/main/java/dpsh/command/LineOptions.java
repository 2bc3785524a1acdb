package dpsh.command;

import dpsh.session.PlaceNames;
import dpsh.session.Settings;
import dpsh.session.Shape;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before it or after it. */
public class LineOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            completionCandidates = Formats.class,
            description = "table, record, json, jsonl, yaml, csv or tsv.")
    @Nullable
    String output;

    @Option(
            names = "--query",
            paramLabel = "JMESPATH",
            scope = ScopeType.INHERIT,
            description = "Show what this finds in the result, as in az.")
    @Nullable
    String query;

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            parameterConsumer = NameList.class,
            scope = ScopeType.INHERIT,
            description = "Only these, in this order: name,state.")
    List<String> columns = List.of();

    @Option(
            names = "--sort",
            paramLabel = "NAMES",
            parameterConsumer = NameList.class,
            scope = ScopeType.INHERIT,
            description = "By these columns; -name from the end.")
    List<String> sort = List.of();

    @Option(
            names = "--subscription",
            paramLabel = "NAME|ID",
            scope = ScopeType.INHERIT,
            description = "Work in this subscription.")
    @Nullable
    String subscription;

    @Option(
            names = "--group",
            paramLabel = "NAME|ID",
            scope = ScopeType.INHERIT,
            description = "Work in this resource group.")
    @Nullable
    String group;

    @Option(names = "--vault", paramLabel = "NAME|ID", scope = ScopeType.INHERIT, description = "Work at this vault.")
    @Nullable
    String vault;

    @Option(
            names = {"-y", "--yes"},
            scope = ScopeType.INHERIT,
            description = "Answer questions with yes; it adds no step.")
    boolean yes;

    @Option(
            names = "--show-request",
            scope = ScopeType.INHERIT,
            description = "Print what would be sent; only reads are sent.")
    boolean showRequest;

    @Option(
            names = "--read-only",
            scope = ScopeType.INHERIT,
            description = "Refuse every request that changes something.")
    boolean readOnly;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            scope = ScopeType.INHERIT,
            description = "Longest wait: 90s, 20m, 1h (60m unless said).")
    @Nullable
    Duration timeout;

    /** Where the line stands by its own options. */
    PlaceNames place() {
        return new PlaceNames(subscription, group, vault);
    }

    private Shape shape(Shape defaults) {
        boolean own = query != null || !columns.isEmpty() || !sort.isEmpty();
        return own ? new Shape(query, columns, sort) : defaults;
    }

    /** The session's defaults with this line's options laid over them. */
    Settings over(Settings defaults) {
        return new Settings(
                output == null ? defaults.output() : output,
                yes || defaults.yes(),
                showRequest || defaults.showRequest(),
                readOnly || defaults.readOnly(),
                shape(defaults.shape()),
                timeout == null ? defaults.timeout() : timeout);
    }
}
