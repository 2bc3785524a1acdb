package dpsh.shell;

import dpsh.command.ReaderGone;
import java.io.IOException;
import java.io.OutputStream;

/** The input of a program. One that does not read on ends the command that writes, once; what comes after that is lost. */
final class ProgramInput extends OutputStream {
    private final OutputStream program;
    private boolean gone;

    ProgramInput(OutputStream program) {
        this.program = program;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        pass(() -> program.write(bytes, from, length));
    }

    @Override
    public void flush() {
        pass(program::flush);
    }

    @Override
    public void close() {
        try {
            program.close();
        } catch (IOException readNoMore) {
            gone = true;
        }
    }

    private interface Step {
        void take() throws IOException;
    }

    private void pass(Step step) {
        if (gone) {
            return;
        }
        try {
            step.take();
        } catch (IOException readsNoMore) {
            gone = true;
            throw new ReaderGone();
        }
    }
}
