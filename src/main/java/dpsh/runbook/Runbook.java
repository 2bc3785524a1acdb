package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.view.ExitCode;
import groovy.lang.Binding;
import java.nio.file.Path;
import java.util.List;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.jspecify.annotations.Nullable;

/** A Groovy file that works with {@code backup}: run it, check it, or ask what it says of itself. */
public final class Runbook {
    private final RunbookFile file;

    private Runbook(RunbookFile file) {
        this.file = file;
    }

    /** @throws DpshException.Usage when it cannot be read, is empty, or is no UTF-8 */
    public static Runbook read(Path path) {
        return new Runbook(RunbookFile.read(path));
    }

    /** What the comment at its beginning says, or null when there is none. */
    public @Nullable String help() {
        String help = file.help();
        return help == null ? null : help + "\n";
    }

    /**
     * Compiles it and what it includes by name, and executes nothing of it.
     *
     * @return the files, this one first
     * @throws DpshException.Usage naming what is wrong, and where
     */
    public List<Path> check() {
        return new Check().of(file);
    }

    /**
     * Runs it to its end. With JSON output its last value is printed.
     *
     * @param words its own arguments and options
     * @throws DpshException when it does not compile, when it fails, and when it is interrupted
     */
    public ExitCode run(List<String> words, Stand stand) {
        Cancellation cancellation = new Cancellation();
        Sources sources = new Sources();
        Inclusions inclusions = new Inclusions(sources);
        Trail trail = new Trail(stand);
        Words spoken = new Words(stand, cancellation, trail, inclusions);
        CompilerConfiguration configuration = Dialect.configuration();
        RunbookLoader loader = new RunbookLoader(configuration, cancellation, spoken);
        Arguments arguments = Arguments.of(words);
        Binding binding = new Binding();
        binding.setVariable("backup", new Backup(stand, cancellation, trail));
        binding.setVariable("args", arguments.args());
        binding.setVariable("options", arguments.options());
        return new OwnThread(cancellation, trail::goingOn).call("the runbook " + file.name(), () -> {
            try {
                Object last = inclusions.run(loader, file, binding);
                if (stand.format().isJson()) {
                    spoken.show(last);
                }
                return trail.exitCode();
            } catch (Cancelled e) {
                throw e;
            } catch (Throwable e) {
                // Whatever a runbook throws is its own, and told with the place where it did.
                throw Troubles.thrown(e, sources, binding);
            }
        });
    }
}
