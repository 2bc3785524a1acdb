// Protects the storage accounts that a file names. Safe to run twice: what is protected just so already is left alone. A run
// that was cut off goes on with `runs resume`.
//
//   run protect-accounts.groovy FILE [--policy POLICY] [OPTIONS]
//
// FILE is CSV with a header. Columns: datasource (or id, or name), and if wanted policy and vault, for accounts that differ
// from the rest. One ID or name a line will do too, or what `datasource list blob -o json` printed.
//
// Options:
//   --policy POLICY            name in the vault, or ID; for accounts whose line says none
//   --grant                    assign the roles that the vault's identity lacks
//   --scope resource|group|subscription    how wide they are assigned; resource otherwise
//   --validate                 have the service look at each account before anything is changed
//   --preview                  plan only: nothing is changed
//   --save FILE                also write the plan into a file, for `plan show` and `apply`
//   --report FILE              write a report: .html, .md, .csv, .jsonl or .xml (JUnit)
//
// Shows the plan with --preview, and what became of each account otherwise. Exit code 0 when all are protected, 3 when some
// are not, 1 when none is, 2 when the file is wrong (with its lines; nothing was changed then).
options.only 'policy', 'grant', 'scope', 'validate', 'preview', 'save', 'report'
if (args.size() != 1) {
    throw options.wrong(args ? "one file is read, not ${args.size()}: ${args.join(', ')}" : 'the file with the accounts is missing')
}
def policyName = options.text('policy')
def (grant, preview, validated) = ['grant', 'preview', 'validate'].collect { options.flag(it) }
def (wide, save, report) = [options.text('scope', 'resource'), options.text('save'), options.text('report')]

def plan = backup.plan {
    storageAccountsFrom args.first()
    if (policyName) {
        policy policyName
    }
    scope wide
    validate validated
}
note plan.summary
if (save) {
    plan.save save
}
if (preview) {
    table plan.rows
    if (plan.blocked) {
        partly "${plan.blocked.size()} of ${plan.items.size()} accounts cannot be protected as things stand"
    }
    return
}

def run = plan.run(report ? [grant: grant, report: report] : [grant: grant])
table run.items
run.orFail()
null
