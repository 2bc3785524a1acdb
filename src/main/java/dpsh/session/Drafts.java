package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.backup.InstanceDraft;
import dpsh.client.Bodies;
import dpsh.store.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Requests that were kept under names: a file each, as the service takes it, so that {@code --body} takes it too. */
public final class Drafts {
    private static final String ENDING = ".json";

    private final Home home;

    public Drafts(Home home) {
        this.home = home;
    }

    /** Their names, sorted. */
    public List<String> names() {
        if (!Files.isDirectory(home.drafts())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.drafts())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(Profiles::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * The draft of this name.
     *
     * @throws DpshException.Usage when there is none, or its file was broken by somebody
     */
    public InstanceDraft find(String name) {
        Path file = existing(name);
        try {
            return Bodies.read(file.toString(), Files.readString(file)).draft();
        } catch (IOException e) {
            throw new DpshException.Usage("the draft '" + name + "' cannot be read", e.getMessage(), null);
        }
    }

    private Path existing(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            List<String> near = Nearest.to(name, names);
            throw new DpshException.Usage(
                    "there is no draft '" + name + "'",
                    names.isEmpty() ? "none was saved yet" : "there are " + String.join(", ", names),
                    near.isEmpty() ? "`draft save NAME` keeps the current one" : "did you mean " + near.get(0) + "?");
        }
        return file(name);
    }

    private Path file(String name) {
        return home.drafts().resolve(name + ENDING);
    }

    /**
     * Keeps a draft, in the place of one that has the name already.
     *
     * @throws DpshException.Usage when the name can be none
     * @throws DpshException.Refused when it cannot be written
     */
    public void keep(String name, InstanceDraft draft) {
        if (!Profiles.isName(name)) {
            throw new DpshException.Usage(
                    "'" + name + "' can be no draft's name", "one has letters, digits, - and _", null);
        }
        try {
            home.replace(file(name), Bodies.toCreate(draft) + "\n");
        } catch (IOException e) {
            throw new DpshException.Refused("the draft '" + name + "' cannot be saved", e.getMessage(), null);
        } catch (DpshException.LedgerUnavailable e) {
            throw new DpshException.Refused("the draft '" + name + "' cannot be saved", e.why(), e.next());
        }
    }

    /**
     * Forgets one.
     *
     * @throws DpshException.Usage when there is none
     */
    public void delete(String name) {
        try {
            Files.delete(existing(name));
        } catch (IOException e) {
            throw new DpshException.Refused("the draft '" + name + "' cannot be deleted", e.getMessage(), null);
        }
    }
}
