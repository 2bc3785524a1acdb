package dpsh.command;

import java.lang.reflect.Constructor;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands: what a constructor asks for comes from the collaborators, by type. */
final class CommandFactory implements IFactory {
    private final Map<Class<?>, Object> collaborators;

    CommandFactory(Map<Class<?>, Object> collaborators) {
        this.collaborators = Map.copyOf(collaborators);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        boolean ours = type.getPackageName().equals(CommandFactory.class.getPackageName());
        if (!ours || constructors.length != 1) {
            return CommandLine.defaultFactory().create(type);
        }
        Class<?>[] wanted = constructors[0].getParameterTypes();
        Object[] given = new Object[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            given[i] = collaborators.get(wanted[i]);
            if (given[i] == null) {
                throw new IllegalStateException(type.getSimpleName() + " asks for an unknown " + wanted[i]);
            }
        }
        constructors[0].setAccessible(true);
        return type.cast(constructors[0].newInstance(given));
    }
}
