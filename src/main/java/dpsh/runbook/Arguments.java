package dpsh.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * What stood behind the runbook's name.
 *
 * @param args the words that belong to no option, in their order
 * @param options {@code --name value} and {@code --name=value}; a {@code --name} that no value follows is true
 */
record Arguments(List<String> args, Options options) {
    Arguments {
        args = List.copyOf(args);
    }

    static Arguments of(List<String> words) {
        List<String> args = new ArrayList<>();
        Options options = new Options();
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at++);
            if (word.equals("--")) {
                args.addAll(words.subList(at, words.size()));
                break;
            }
            if (!word.startsWith("--")) {
                args.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            if (equals > 0) {
                options.add(word.substring(2, equals), word.substring(equals + 1));
            } else if (at < words.size() && !words.get(at).startsWith("--")) {
                options.add(word.substring(2), words.get(at++));
            } else {
                options.add(word.substring(2), true);
            }
        }
        return new Arguments(args, options);
    }
}
