package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.bulk.InputText;
import dpsh.bulk.Plan;
import dpsh.bulk.PlanFile;
import dpsh.view.PlanView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Plans as files on this machine. */
final class PlanFiles {
    /** Room for a hundred thousand items. */
    private static final InputText TEXT =
            new InputText(256 * 1024 * 1024, "give the file of a plan, or - for standard input");

    private PlanFiles() {}

    /**
     * Reads a plan.
     *
     * @param file its path, or - for standard input
     * @throws DpshException.Usage when it cannot be read, is none, or was edited
     */
    static Plan read(String file, InputStream standardInput) {
        String name = file.equals("-") ? "standard input" : file;
        return PlanFile.read(name, TEXT.read("the plan '" + file + "'", file, standardInput));
    }

    /** Writes a plan; a file that was there stays as it was until the new one is whole. */
    static void save(Plan plan, Path file) {
        Path directory = file.toAbsolutePath().getParent();
        try {
            if (Files.isDirectory(file) || directory == null) {
                throw new IOException("it is a directory");
            }
            if (!Files.isDirectory(directory)) {
                throw new NoSuchFileException(directory.toString());
            }
            Path part = directory.resolve("." + plan.id() + ".part");
            try {
                Files.writeString(part, PlanView.json(plan) + "\n");
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (NoSuchFileException e) {
            throw unwritable(file, "there is no such directory");
        } catch (AccessDeniedException e) {
            throw unwritable(file, "you may not write there");
        } catch (IOException e) {
            throw unwritable(file, e.getMessage());
        }
    }

    private static DpshException.Usage unwritable(Path file, String why) {
        return new DpshException.Usage("the plan '" + file + "' cannot be written", why, "give another path");
    }
}
