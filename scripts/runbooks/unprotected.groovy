// Lists the disks and storage accounts of which no backups are made, and why: no instance, a stopped one, one whose backups
// fail. Looks into every vault and every subscription that you can read. Changes nothing.
//
//   run unprotected.groovy [--kind disk|blob] [CONDITIONS] [--fail]
//
// Conditions, all of which must hold; each may be given several times for any of its values:
//   --tag NAME=VALUE           several tags must all be there
//   --group, --region, --subscription NAME
//   --name NAME                * stands for any characters
//   --min-size, --max-size GIB
//
//   --fail                     end with exit code 1 when anything is listed
//
// -o json, -o csv and the others before `run` choose the form. Exit code 3 when a place could not be read.
options.only 'kind', 'tag', 'group', 'region', 'subscription', 'name', 'min-size', 'max-size', 'fail'
if (args) {
    throw options.wrong("datasources are chosen by conditions, and '${args.first()}' is none")
}
def kind = options.text('kind')
if (kind !in [null, 'disk', 'blob']) {
    throw options.wrong("there is no kind '$kind': there are disk and blob")
}
def fails = options.flag('fail')

def all = backup.coverage(options.conditions()).findAll { kind == null || it.datasource.kind == kind }
def open = all.findAll { !(it.standing in ['PROTECTED', 'PENDING']) }
table(open.collect {
    def (id, by) = [it.datasource.id, it.protector]
    [
        datasource: it.datasource.name,
        kind: it.datasource.kind.word(),
        standing: it.standing.name().toLowerCase(),
        why: by?.error?.message ?: by?.state?.word(),
        vault: by?.vault()?.name(),
        region: it.datasource.location.name(),
        sizeGb: it.datasource.sizeGb,
        id: id.toString(),
    ]
}, ['datasource', 'kind', 'standing', 'why', 'vault', 'region', 'sizeGb', 'id'])
note "${open.size()} of ${all.size()} datasources have no backups made"
if (open && fails) {
    throw fail("${open.size()} of ${all.size()} datasources have no backups made")
}
null
