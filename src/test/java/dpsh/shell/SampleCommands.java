package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.command.Commands;
import dpsh.command.Expressions;
import dpsh.command.NoExpressions;
import dpsh.command.ReaderGone;
import dpsh.command.Screen;
import dpsh.command.ShellLines;
import dpsh.view.Cell;
import dpsh.view.Ink;
import dpsh.view.LiveBlock;
import dpsh.view.LiveText;
import dpsh.view.Tone;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A small command language in the shape of dpsh's own, with commands that fail, ask and wait to order. */
final class SampleCommands implements Commands {
    final List<List<String>> ran = new CopyOnWriteArrayList<>();
    final CountDownLatch waiting = new CountDownLatch(1);
    volatile int wrote;
    private @Nullable Screen screen;
    private @Nullable Integer leaving;
    private @Nullable ShellLines shell;

    enum Format {
        table,
        json,
        jsonl
    }

    @Override
    public CommandLine model() {
        CommandLine root = new CommandLine(new Root());
        root.addSubcommand(new Vault());
        root.addSubcommand(new Protect());
        root.addSubcommand(new Use());
        root.addSubcommand(new Echo());
        root.addSubcommand(new Fail());
        root.addSubcommand(new Wait());
        root.addSubcommand(new Deaf());
        root.addSubcommand(new Live());
        root.addSubcommand(new Ask());
        root.addSubcommand(new Width());
        root.addSubcommand(new Crash());
        root.addSubcommand(new Body());
        root.addSubcommand(new Read());
        root.addSubcommand(new Many());
        root.addSubcommand(new Tall());
        root.addSubcommand(new History());
        root.addSubcommand(new Exit());
        return root;
    }

    @Override
    public int run(List<String> words, Screen on) {
        ran.add(words);
        screen = on;
        CommandLine line = model();
        line.setOut(on.out()).setErr(on.err());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof DpshException.Interrupted interrupted) {
                on.err().println(interrupted.what() + ". " + interrupted.next());
                return 130;
            }
            if (failure instanceof ReaderGone) {
                return 0;
            }
            throw failure;
        });
        if (words.get(0).equals("crash")) {
            throw new IllegalStateException("broken");
        }
        return line.execute(words.toArray(String[]::new));
    }

    @Override
    public void attach(ShellLines lines) {
        shell = lines;
    }

    @Override
    public Expressions expressions() {
        return new NoExpressions();
    }

    @Override
    public @Nullable Integer leaving() {
        return leaving;
    }

    private Screen screen() {
        if (screen == null) {
            throw new IllegalStateException("nothing runs");
        }
        return screen;
    }

    @Command(name = "history", description = "The lines typed so far.")
    final class History implements Runnable {
        @Override
        public void run() {
            List<ShellLines.Typed> lines = shell == null ? null : shell.history();
            if (lines != null) {
                lines.forEach(typed -> screen().out().printf("%5d  %s%n", typed.number(), typed.line()));
            }
        }
    }

    @Command(name = "dpsh", description = "The shell.")
    static final class Root {}

    @Command(
            name = "vault",
            description = "Look at vaults.",
            subcommands = {VaultList.class, VaultShow.class})
    static final class Vault {}

    @Command(name = "list", description = "List vaults.")
    static final class VaultList implements Runnable {
        @Option(
                names = {"-o", "--output"},
                description = "How to print: ${COMPLETION-CANDIDATES}.",
                paramLabel = "FORMAT")
        @Nullable
        Format output;

        @Option(names = "--hidden", hidden = true)
        boolean hidden;

        @Override
        public void run() {}
    }

    @Command(name = "show", description = "Show a vault.")
    static final class VaultShow implements Runnable {
        @Parameters(paramLabel = "NAME|ID")
        @Nullable
        String vault;

        @Override
        public void run() {}
    }

    @Command(name = "use", aliases = "go", description = "Choose where to stand.")
    static final class Use implements Runnable {
        @Parameters(index = "0", paramLabel = "KIND", completionCandidates = Kinds.class)
        @Nullable
        String kind;

        @Parameters(index = "1", arity = "0..1", paramLabel = "NAME|ID")
        @Nullable
        String name;

        @Override
        public void run() {}
    }

    static final class Kinds extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Kinds() {
            super(List.of("subscription", "group", "vault"));
        }
    }

    @Command(name = "protect", description = "Protect datasources.", subcommands = ProtectDisk.class)
    static final class Protect {}

    @Command(name = "disk", description = "Protect disks.")
    static final class ProtectDisk implements Runnable {
        @Parameters(paramLabel = "DISK", arity = "1..*")
        List<String> disks = List.of();

        @Option(names = "--policy", paramLabel = "NAME|ID", description = "The policy to follow.")
        @Nullable
        String policy;

        @Option(names = "--snapshot-group", paramLabel = "GROUP", description = "Where snapshots go.")
        @Nullable
        String group;

        @Option(names = "--grant", description = "Assign missing roles.")
        boolean grant;

        @Override
        public void run() {}
    }

    @Command(name = "echo", description = "Print words.")
    final class Echo implements Runnable {
        @Parameters(arity = "0..*")
        List<String> words = List.of();

        @Override
        public void run() {
            screen().out().println(screen().ink().paint(String.join("|", words), Tone.GOOD));
        }
    }

    @Command(name = "fail", description = "Fail with a code.")
    final class Fail implements java.util.concurrent.Callable<Integer> {
        @Parameters
        int code;

        @Override
        public Integer call() {
            screen().err().println("failing with " + code);
            return code;
        }
    }

    @Command(name = "wait", description = "Wait until interrupted.")
    final class Wait implements Runnable {
        @Override
        public void run() {
            screen().out().println("waiting");
            screen().out().flush();
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DpshException.Interrupted("interrupted", "It goes on at the service.");
            }
        }
    }

    @Command(name = "deaf", description = "Wait and do not listen.")
    final class Deaf implements Runnable {
        @Override
        public void run() {
            say("deaf");
            while (true) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    say("what?");
                }
            }
        }

        private void say(String text) {
            screen().out().println(text);
            screen().out().flush();
        }
    }

    @Command(name = "live", description = "Show a block and wait until interrupted.")
    final class Live implements Runnable {
        @Override
        public void run() {
            try (LiveBlock block = screen().live()) {
                block.show(new Standing("1 of 3"));
                screen().err().println("first is done");
                waiting.countDown();
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DpshException.Interrupted("interrupted", "It goes on at the service.");
            }
        }

        private record Standing(String text) implements LiveText {
            @Override
            public List<Cell> lines(int width, Ink ink) {
                return List.of(Cell.of("working", Tone.GOOD), Cell.of(text));
            }

            @Override
            public Cell line() {
                return Cell.of(text);
            }
        }
    }

    @Command(name = "ask", description = "Ask a question.")
    final class Ask implements Runnable {
        @Override
        public void run() {
            screen().out().println("answer=" + screen().ask("Really?"));
        }
    }

    @Command(name = "read", description = "Print what stands on the input.")
    final class Read implements java.util.concurrent.Callable<Integer> {
        @Override
        public Integer call() throws java.io.IOException {
            java.io.InputStream input = screen().input();
            String text = input == null ? "none" : new String(input.readAllBytes(), StandardCharsets.UTF_8);
            screen().out().println("read: " + text.strip());
            return 0;
        }
    }

    @Command(name = "many", description = "Print so many rows.")
    final class Many implements Runnable {
        @Parameters
        int rows;

        @Override
        public void run() {
            for (wrote = 0; wrote < rows; wrote++) {
                screen().out().print("row " + (wrote + 1) + "\n");
            }
        }
    }

    @Command(name = "tall", description = "Show a result of so many rows.")
    final class Tall implements Runnable {
        @Parameters
        int rows;

        @Override
        public void run() {
            screen().result(page -> {
                for (int row = 1; row <= rows; row++) {
                    page.out().print("row " + row + "\n");
                }
                page.err().print(rows + " rows\n");
            });
        }
    }

    @Command(name = "width", description = "Print the width.")
    final class Width implements Runnable {
        @Override
        public void run() {
            screen().out().println("width=" + screen().width());
        }
    }

    @Command(name = "exit", aliases = "quit", description = "Leave.")
    final class Exit implements Runnable {
        @Parameters(arity = "0..1", defaultValue = "0")
        int code;

        @Override
        public void run() {
            leaving = code;
        }
    }

    @Command(name = "crash", description = "Break.")
    static final class Crash implements Runnable {
        @Override
        public void run() {}
    }

    @Command(name = "body", description = "Take a file.")
    static final class Body implements Runnable {
        @Parameters(paramLabel = "FILE")
        @Nullable
        Path file;

        @Override
        public void run() {}
    }
}
