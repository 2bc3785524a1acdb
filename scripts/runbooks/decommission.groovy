// Ends the protection of backup instances: stops or suspends their backups, or deletes them. Shows what would happen to the
// data of each; --apply does it, and asks for each. Safe to run twice: what is so already is left alone.
//
//   run decommission.groovy --how stop|suspend|delete [NAME...] [CONDITIONS] [--apply]
//   --yes run decommission.groovy ... --apply        in a script, where nobody can be asked
//
//   --how stop                 no more backups; the recovery points are kept for ever, and cost
//   --how suspend              no more backups; the recovery points expire by the policy, except the latest
//   --how delete               the instance and its backups are deleted
//   NAME...                    instances, or what they protect, by name or ID
//   --name NAME                the same with * for any characters
//   --policy POLICY            those of a policy
//   --group GROUP              those that protect something of a resource group
//   --apply                    do it
//
// Conditions must all hold. One vault at a time, the one where you stand.
// Exit code 0 when all is done, 3 when some is not, 1 when nothing is.
options.only 'how', 'name', 'policy', 'group', 'apply'
def how = options.require('how')
if (!(how in ['stop', 'suspend', 'delete'])) {
    throw options.wrong("--how takes stop, suspend or delete, and not '$how'")
}
def chosen = ['name', 'policy'].findAll { options.text(it) }.collectEntries { [it, options.all(it)] }
def groups = options.text('group') ? options.all('group')*.toLowerCase() : []
def apply = options.flag('apply')
if (!args && !chosen && !groups) {
    throw options.wrong('nothing says which instances: give names, --name, --policy or --group')
}

// Who is meant, all of them known before anything happens.
def here = backup.vault()
def named = { instance, name -> name.toLowerCase() in [instance.name, instance.id, instance.datasource, instance.datasource?.name()]*.toString()*.toLowerCase() }
def all = backup.instances(chosen + [vault: here])
        .findAll { !groups || it.datasource?.resourceGroup()?.toLowerCase() in groups }
def deleted = how == 'delete' && args ? backup.deletedInstances(here)*.name +
        backup.operations().findAll { it.kind == 'delete instance' && it.succeeded }*.target*.name() : []
def isGone = { name -> deleted.any { it.equalsIgnoreCase(name) || it.toLowerCase().startsWith("${name.toLowerCase()}-") } }
def unknown = args.findAll { name -> !all.any { named(it, name) } && !isGone(name) }
if (unknown) {
    throw options.wrong("the vault ${here.name} has no such instance: ${unknown.join(', ')}; nothing was changed")
}
def instances = args ? all.findAll { instance -> args.any { named(instance, it) } } : all
def label = { it.datasource?.name() ?: it.name }
args.each { name ->
    def hits = instances.findAll { named(it, name) }
    if (hits.size() > 1) {
        throw options.wrong("'$name' is several: ${hits*.id.join(', ')}; nothing was changed")
    }
}

def columns = ['datasource', 'result', 'state', 'consequence', 'code', 'why', 'vault', 'instance']
def row = { instance, more ->
    [datasource: label(instance), result: null, state: instance.state.word(), consequence: null, code: null, why: null,
        vault: here.name, instance: instance.name] + more
}
if (!apply || !instances) {
    table instances.collect {
        def consequence = backup.consequence(it, how)
        row(it, [result: consequence ? "would $how" : 'nothing to do', consequence: consequence])
    }, columns
    note instances ? "nothing was changed; --apply does it" : 'no instance is meant; nothing was changed'
    return
}

def begun = instances.collect { instance -> [instance: instance, work: backup.attempt { backup."$how"(instance) }] }
def rows = begun.collect { one ->
    def ended = one.work ? backup.attempt { one.work.value.await() } : one.work
    def verdict = ended ? ended.value : null
    def done = [stop: 'stopped', suspend: 'suspended', delete: 'deleted'][how]
    def result = !one.work ? 'failed' : one.work.value.unchanged ? 'unchanged' : verdict?.state == 'not sent' ? 'shown' : verdict ? done : 'failed'
    row(one.instance, [
        result: result,
        state: verdict?.detail ?: one.instance.state.word(),
        code: ended ? verdict.code() : ended.code,
        why: result == 'failed' ? (ended ? verdict.message() : ended.trouble) : null,
    ])
}
table rows, columns
def left = rows.findAll { it.result == 'failed' }
if (left && left.size() == rows.size()) {
    throw fail("could not $how any of ${rows.size()} instances")
}
if (left) {
    partly "could not $how ${left.size()} of ${rows.size()} instances"
}
null
