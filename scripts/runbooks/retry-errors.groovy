// Tries again what is in an error state (ProtectionError, ConfiguringProtectionFailed, Invalid, NotProtected), after its
// reason was mended: each instance is configured again just as it is, in one run; what that cannot help is synchronised.
// Instances that somebody stopped or suspended are left alone. Safe to run twice.
//
//   run retry-errors.groovy [--name NAME] [--policy POLICY] [--kind disk|blob] [OPTIONS]
//
//   --name NAME                of the instance or of what it protects; * stands for any characters
//   --all-vaults               every vault that you can read, in place of the one where you stand
//   --grant                    assign the roles that the vault's identity lacks, the usual reason
//   --preview                  list them with their reasons: nothing is changed
//   --report FILE              write a report of the run: .html, .md, .csv, .jsonl or .xml (JUnit)
//
// Shows what helped each of them. Exit code 0 when all are protected, 3 when some are not, 1 when none is.
options.only 'name', 'policy', 'kind', 'all-vaults', 'grant', 'preview', 'report'
if (args) {
    throw options.wrong("--name chooses instances, and '${args.first()}' is no option")
}
def chosen = ['name', 'policy', 'kind'].findAll { options.text(it) }.collectEntries { [it, options.all(it)] }
if (options.flag('all-vaults')) {
    chosen.vault = '*'
}
def (grant, preview, report) = [options.flag('grant'), options.flag('preview'), options.text('report')]

def broken = backup.instances(chosen).findAll { it.state.broken }
def label = { it.datasource?.name() ?: it.name }
if (preview || !broken) {
    table(broken.collect {
        [datasource: label(it), state: it.state.word(), code: it.error?.code, why: it.error?.message,
            policy: it.policy?.name(), vault: it.vault().name(), instance: it.name]
    }, ['datasource', 'state', 'code', 'why', 'policy', 'vault', 'instance'])
    note broken ? "${broken.size()} instances are in an error state" : 'no instance is in an error state'
    return
}

// Configured again: those of one vault, policy and snapshot group in one plan.
def configured = [:]
def roles = 0
def groups = broken.findAll { it.datasource && it.policy }.groupBy {
    [it.vault(), it.datasourceType.contains('disks') ? 'disk' : 'blob', it.policy, it.snapshotGroup]
}
groups.eachWithIndex { group, number ->
    def (vaultId, kind, policyId, snapshots) = group.key
    def ids = group.value*.datasource
    def plan = backup.plan {
        vault vaultId
        policy policyId
        kind == 'disk' ? disks(ids) : storageAccounts(ids)
        if (snapshots) {
            snapshotGroup snapshots
        }
    }
    note plan.summary
    roles += grant ? plan.grants.size() : 0
    def how = [grant: grant]
    if (report) {
        // Several plans, several reports: report.html, report-2.html, ...
        how.report = number == 0 ? report : report.replaceFirst(/(\.[^.]*)$/, "-${number + 1}\$1")
    }
    plan.run(how).items.each { configured[it.datasource] = it }
}

// Synchronised: begun for all, then awaited. Roles that were assigned just now take minutes to act, so it is tried for a while.
// With --show-request nothing ran, and nobody knows whom that would have helped.
def shown = groups && !configured
def tried = broken.collect { [instance: it, item: configured[it.datasource], sync: null, ended: null] }
def left = shown ? [] : tried.findAll { !it.item?.state?.good() }
def rounds = roles ? 10 : 1
while (left && rounds-- > 0) {
    left.each { one -> one.sync = backup.attempt { backup.sync(one.instance) } }
    left.each { one -> one.ended = one.sync ? backup.attempt { one.sync.value.await() } : one.sync }
    left = left.findAll { !(it.ended && it.ended.value) }
    if (left && rounds) {
        note "${left.size()} instances are not well yet; the roles may not act yet"
        sleep '1 min'
    }
}
def after = shown ? broken : broken*.vault().unique().collectMany { backup.instances(vault: it) }
def byId = after.collectEntries { [it.id, it] }
def rows = tried.collect { one ->
    def now = byId[one.instance.id]
    def good = now?.state?.protected
    [
        datasource: label(one.instance),
        before: one.instance.state.word(),
        after: now?.state?.word() ?: 'gone',
        helped: !good ? null : one.sync ? 'synchronised' : 'configured again',
        code: good ? null : now?.error?.code ?: one.item?.code ?: one.ended?.code,
        why: good ? null : now?.error?.message ?: one.item?.message ?: one.ended?.trouble,
        fix: good ? null : one.item?.fix,
        vault: one.instance.vault().name(),
        instance: one.instance.name,
    ]
}
table rows, ['datasource', 'before', 'after', 'helped', 'code', 'why', 'fix', 'vault', 'instance']
def bad = shown ? [] : rows.findAll { it.after != 'ProtectionConfigured' }
if (bad && bad.size() == rows.size()) {
    throw fail("${bad.size()} of ${rows.size()} instances are in an error state still")
}
if (bad) {
    partly "${bad.size()} of ${rows.size()} instances are in an error state still"
}
null
