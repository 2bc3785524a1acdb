package dpsh.command;

/**
 * What the composition root connects the commands to, each loaded when it is first used.
 *
 * @param server serves a sandbox for other clients
 * @param estates writes estates for sandboxes
 * @param runbooks runs runbooks
 * @param expressions evaluates Groovy
 * @param background what goes on while nobody waits for it
 */
public record Doors(
        SandboxServer server, EstateFiles estates, Runbooks runbooks, Expressions expressions, Background background) {
    /** Doors of a process that follows nothing. */
    public Doors(SandboxServer server, EstateFiles estates, Runbooks runbooks, Expressions expressions) {
        this(server, estates, runbooks, expressions, Background.NONE);
    }
}
