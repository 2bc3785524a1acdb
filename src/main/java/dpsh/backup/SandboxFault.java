package dpsh.backup;

/**
 * A fault that a sandbox was told to have.
 *
 * @param line what it is, in the sandbox's fault language
 * @param suffered how many requests it struck
 * @param raw the sandbox's own JSON, for output only
 */
public record SandboxFault(String id, String line, long suffered, String raw) {}
