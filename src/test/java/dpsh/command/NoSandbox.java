package dpsh.command;

import dpsh.view.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For tests that ask for the command language only: serves nothing, writes nothing. */
public final class NoSandbox implements SandboxServer, EstateFiles, Runbooks {
    /** Doors that lead nowhere. */
    public static Doors doors() {
        NoSandbox none = new NoSandbox();
        return new Doors(none, none, none, new NoExpressions());
    }

    @Override
    public void serve(ServeRequest request, PrintWriter out) {
        throw new IllegalStateException("nothing is served here");
    }

    @Override
    public void generate(EstateSize size, PrintWriter out) {
        throw new IllegalStateException("nothing is made up here");
    }

    @Override
    public void write(EstateBodies bodies, boolean anonymous, PrintWriter out) {
        throw new IllegalStateException("nothing is written here");
    }

    @Override
    public ExitCode run(Path file, List<String> words, Workbench bench) {
        throw new IllegalStateException("nothing is run here");
    }

    @Override
    public List<Path> check(Path file) {
        throw new IllegalStateException("nothing is compiled here");
    }

    @Override
    public @Nullable String help(Path file) {
        throw new IllegalStateException("nothing is read here");
    }
}
