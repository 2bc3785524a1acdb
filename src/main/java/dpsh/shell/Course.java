package dpsh.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line as it is carried out: pipes one after the other. */
record Course(List<Pipe> pipes) {
    Course {
        pipes = List.copyOf(pipes);
    }

    /** When a pipe is carried out, by how the one before it ended. */
    enum Joint {
        ALWAYS,
        WHEN_WELL,
        WHEN_NOT
    }

    /** Stages, the output of each being the input of the next. */
    record Pipe(Joint joint, List<Stage> stages) {
        Pipe {
            stages = List.copyOf(stages);
        }
    }

    /**
     * One command or program.
     *
     * @param text as it was typed
     * @param words its words without quotes, at least one
     * @param from the file that its input comes from, or null
     * @param to the file that its output goes to, or null
     * @param append whether it goes behind what the file holds
     */
    record Stage(
            String text,
            List<String> words,
            @Nullable String from,
            @Nullable String to,
            boolean append) {
        Stage {
            words = List.copyOf(words);
        }

        String name() {
            return words.get(0);
        }
    }

    /** One command by itself. */
    boolean isSimple() {
        return pipes.size() == 1
                && pipes.get(0).stages().size() == 1
                && stages().get(0).from() == null
                && stages().get(0).to() == null;
    }

    /** All stages, in their order. */
    List<Stage> stages() {
        return pipes.stream().flatMap(pipe -> pipe.stages().stream()).toList();
    }
}
