package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.bulk.BulkRuns;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import dpsh.view.RunReports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a run of a plan ended. With {@code --show-request} nothing was run, and every list is empty. */
public final class BackupRun {
    private final @Nullable RunRow row;
    private final BulkRuns runs;
    private final Trail trail;

    BackupRun(@Nullable RunRow row, BulkRuns runs, Trail trail) {
        this.row = row;
        this.runs = runs;
        this.trail = trail;
    }

    /** Its number, by which {@code runs show} finds it; null when nothing was run. */
    public @Nullable Long getNumber() {
        return row == null ? null : row.number();
    }

    /** All items, in their order. */
    public List<RunItem> getItems() {
        return items(EnumSet.allOf(ItemState.class));
    }

    /** The items that this run protected. */
    public List<RunItem> getProtected() {
        return items(EnumSet.of(ItemState.PROTECTED));
    }

    /** The items that were protected just so before. */
    public List<RunItem> getUnchanged() {
        return items(EnumSet.of(ItemState.UNCHANGED));
    }

    /** The items that something stood in the way of. */
    public List<RunItem> getBlocked() {
        return items(EnumSet.of(ItemState.BLOCKED));
    }

    /** The items that the service refused, that ended badly, or that nobody can tell of. */
    public List<RunItem> getFailed() {
        return items(EnumSet.of(ItemState.FAILED, ItemState.UNKNOWN));
    }

    /** Groovy's truth: whether every item is protected as planned. */
    public boolean asBoolean() {
        return getItems().stream().allMatch(item -> item.state().good());
    }

    /**
     * Writes a report; the file's name ends in .html, .md, .csv, .jsonl or .xml (JUnit), which choose what is written. With
     * {@code --show-request} nothing was run, and no file is written.
     *
     * @param file its name or path, or a {@link java.io.File}
     */
    public void report(Object file) {
        Path path = RunbookFile.path(file.toString());
        RunReports.of(path);
        if (row != null) {
            RunReports.write(path, runs.find(row.number()), getItems());
        }
    }

    /** @throws DpshException when a report cannot have this name, or its directory is not there or is read-only */
    static void refuseUnwritable(Path file) {
        RunReports.of(file);
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new DpshException.Usage(
                    "the report cannot be written into " + file,
                    directory != null && Files.isDirectory(directory)
                            ? "you may not write into its directory"
                            : "its directory is not there",
                    "name a file in a directory that can be written");
        }
    }

    /**
     * This, when every item is protected as planned, and when nothing was run. When some are not, the runbook ends with exit
     * code 3.
     *
     * @throws DpshException.Runbook when none is
     */
    public BackupRun orFail() {
        int all = getItems().size();
        int bad = getBlocked().size() + getFailed().size();
        if (bad > 0) {
            String why =
                    bad + " of " + all + " are not protected as planned; `runs show " + getNumber() + "` tells why";
            if (bad == all) {
                throw new DpshException.Runbook(why, null, "`runs retry " + getNumber() + "` tries again", null);
            }
            trail.partly(why + ", `runs retry " + getNumber() + "` tries again");
        }
        return this;
    }

    private List<RunItem> items(Set<ItemState> states) {
        return row == null ? List.of() : runs.items(row.number(), states);
    }

    @Override
    public String toString() {
        if (row == null) {
            return "nothing was run";
        }
        return "run " + row.number() + ": " + getProtected().size() + " protected, "
                + getUnchanged().size() + " unchanged, " + getBlocked().size() + " blocked, "
                + getFailed().size() + " failed";
    }
}
