// Protects the disks that meet the conditions, as fast as the service allows. Safe to run twice: what is protected just so
// already is left alone. A run that was cut off goes on with `runs resume`.
//
//   run protect-disks.groovy --policy POLICY --snapshot-group GROUP CONDITIONS [OPTIONS]
//
// Conditions, all of which must hold; each may be given several times for any of its values:
//   --tag NAME=VALUE           several tags must all be there
//   --group, --region, --subscription NAME
//   --name NAME                * stands for any characters
//   --min-size, --max-size GIB
//   --all                      every disk that you can read, in place of conditions
//
// Options:
//   --policy POLICY            name in the vault, or ID
//   --snapshot-group GROUP     a name is the group of that name in each disk's own subscription
//   --grant                    assign the roles that the vault's identity lacks
//   --scope resource|group|subscription    how wide they are assigned; resource otherwise
//   --validate                 have the service look at each disk before anything is changed
//   --preview                  plan only: nothing is changed
//   --save FILE                also write the plan into a file, for `plan show` and `apply`
//   --report FILE              write a report: .html, .md, .csv, .jsonl or .xml (JUnit)
//
// Shows the plan with --preview, and what became of each disk otherwise. Exit code 0 when all are protected, 3 when some are
// not, 1 when none is.
options.only 'policy', 'snapshot-group', 'tag', 'group', 'region', 'subscription', 'name', 'min-size', 'max-size', 'all',
        'grant', 'scope', 'validate', 'preview', 'save', 'report'
if (args) {
    throw options.wrong("disks are chosen by conditions, and '${args.first()}' is none")
}
def policyName = options.require('policy')
def group = options.require('snapshot-group')
def conditions = options.conditions()
if (!conditions && !options.flag('all')) {
    throw options.wrong('no condition says which disks; --all takes every disk')
}
def (grant, preview, validated) = ['grant', 'preview', 'validate'].collect { options.flag(it) }
def (wide, save, report) = [options.text('scope', 'resource'), options.text('save'), options.text('report')]

def plan = backup.plan {
    disks conditions
    policy policyName
    snapshotGroup group
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
        partly "${plan.blocked.size()} of ${plan.items.size()} disks cannot be protected as things stand"
    }
    return
}
if (!plan.items) {
    note 'no disk meets the conditions'
    table plan.rows
    return
}

def run = plan.run(report ? [grant: grant, report: report] : [grant: grant])
table run.items
run.orFail()
null
