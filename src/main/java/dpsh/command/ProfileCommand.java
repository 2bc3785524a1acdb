package dpsh.command;

import picocli.CommandLine.Command;

/** Services and places under names. */
@Command(
        name = "profile",
        description = "Services and places under names: one for each cloud, tenant or team.",
        subcommands = {
            ListProfilesCommand.class,
            ShowProfileCommand.class,
            CreateProfileCommand.class,
            UseProfileCommand.class,
            DeleteProfileCommand.class
        })
final class ProfileCommand {}
