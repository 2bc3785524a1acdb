package dpsh.command;

import java.io.PrintWriter;

/** For tests that ask for the command language only: serves nothing, writes nothing. */
public final class NoSandbox implements SandboxServer, EstateFiles {
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
}
