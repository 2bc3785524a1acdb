// Moves backup instances from one policy of a vault to another. Shows what it would do; --apply does it. Safe to run twice:
// what has the new policy already is not chosen any more.
//
//   run move-policy.groovy --from POLICY --to POLICY [--name NAME] [--kind disk|blob] [--apply]
//
//   --from, --to POLICY        names in the vault where you stand
//   --name NAME                of the instance or of what it protects; * stands for any characters
//   --apply                    do it
//
// The schedule of the new policy holds from then on, and so does its retention: where it keeps less long, the service deletes
// older recovery points when they are due.
// Exit code 0 when all were moved, 3 when some were not, 1 when none was.
options.only 'from', 'to', 'name', 'kind', 'apply'
if (args) {
    throw options.wrong("--name chooses instances, and '${args.first()}' is no option")
}
def here = backup.vault()
def policies = backup.policies(here)
def known = { name ->
    policies.find { it.name.equalsIgnoreCase(name) || it.id == name } ?:
            { throw options.wrong("the vault ${here.name} has no policy '$name': it has ${policies*.name.join(', ')}") }()
}
def (from, to) = [known(options.require('from')), known(options.require('to'))]
if (from.id == to.id) {
    throw options.wrong("both are the policy ${to.name}")
}
def (from_, to_) = [from.datasourceTypes*.toLowerCase(), to.datasourceTypes*.toLowerCase()]
if (from_.disjoint(to_)) {
    throw options.wrong("${from.name} is for ${from.datasourceTypes.join(', ')}, and ${to.name} for ${to.datasourceTypes.join(', ')}")
}
def chosen = ['name', 'kind'].findAll { options.text(it) }.collectEntries { [it, options.all(it)] }
def apply = options.flag('apply')

def instances = backup.instances(chosen + [vault: here, policy: from.id.toString()])
def label = { it.datasource?.name() ?: it.name }
def columns = ['datasource', 'result', 'from', 'to', 'state', 'code', 'why', 'instance']
def row = { instance, more ->
    [datasource: label(instance), result: null, from: from.name, to: to.name, state: instance.state.word(),
        code: null, why: null, instance: instance.name] + more
}
note "${from.name} keeps ${from.retentions}, ${to.name} keeps ${to.retentions}"
if (!apply || !instances) {
    table instances.collect { row(it, [result: it.state.protected || it.state.broken ? 'would be moved' : 'cannot be moved now']) }, columns
    note instances ? "nothing was changed; --apply moves ${instances.size()} instances" : "no instance to move has the policy ${from.name}"
    return
}

// Begun for all, then awaited: the service works on many at once.
def begun = instances.collect { instance -> [instance: instance, work: backup.attempt { backup.update(instance, policy: to) }] }
def rows = begun.collect { one ->
    def ended = one.work ? backup.attempt { one.work.value.await() } : one.work
    def verdict = ended ? ended.value : null
    def result = verdict?.state == 'not sent' ? 'shown' : verdict ? 'moved' : verdict?.ended == false ? 'running' : 'failed'
    row(one.instance, [
        result: result,
        state: verdict?.detail ?: one.instance.state.word(),
        code: ended ? verdict.code() : ended.code,
        why: result in ['moved', 'shown'] ? null : ended ? verdict.message() : ended.trouble,
    ])
}
table rows, columns
def left = rows.findAll { !(it.result in ['moved', 'shown']) }
if (left && left.size() == rows.size()) {
    throw fail("none of ${rows.size()} instances was moved to ${to.name}")
}
if (left) {
    partly "${left.size()} of ${rows.size()} instances were not moved to ${to.name}"
}
null
