// Reports how protection stands: what is protected, what is in an error state, jobs that failed lately, what nothing protects,
// and operations that are still open. Changes nothing.
//
//   run nightly-report.groovy [--hours N] [--vault NAME]... [--report FILE] [--fail]
//
//   --hours N                  how far back failed jobs are looked for; 24 otherwise
//   --vault NAME               one vault or several; every vault that you can read otherwise
//   --report FILE              write it into a file: .md (Markdown), .html or .csv
//   --fail                     end with exit code 1 when anything is in an error state, failed or not protected
//
// Shows the same rows; -o json, -o csv and the others before `run` choose the form. Exit code 3 when a place could not be
// read. Operations are those that this machine began, the newest 100.
options.only 'hours', 'vault', 'report', 'fail'
if (args) {
    throw options.wrong("nothing is expected behind the file's name, and '${args.first()}' stands there")
}
def hours = options.number('hours') ?: 24
def fails = options.flag('fail')
def file = options.text('report')
def kind = file ? file.toLowerCase().replaceFirst(/.*\./, '') : null
if (!(kind in [null, 'md', 'html', 'csv'])) {
    throw options.wrong("'$file' names no kind of report: end it in .md, .html or .csv")
}

def now = backup.now()
def since = now.minusSeconds(hours * 3600)
def vaults = options.text('vault') ? options.all('vault').collect { backup.vault(it) } : backup.vaults()
def rows = []
def add = { section, what, state, detail, vault, time ->
    rows << [section: section, what: what, state: state, detail: detail, vault: vault, time: time?.toString()]
}

vaults.each { vault ->
    def instances = backup.instances(vault: vault)
    instances.countBy { it.state.word() }.sort().each { state, count -> add('instances', "$count", state, null, vault.name, null) }
    instances.findAll { it.state.broken || it.state.stopped }.each {
        add(it.state.broken ? 'errors' : 'stopped', it.datasource?.name() ?: it.name, it.state.word(), it.error?.message ?: it.error?.code, vault.name, null)
    }
    backup.jobs(vault: vault, failed: true).findAll { it.start == null || it.start >= since }.each {
        add('failed jobs', it.datasourceName, it.state.word(), "$it.operation: ${it.error?.message ?: it.error?.code ?: 'no reason given'}", vault.name, it.start)
    }
}
backup.coverage().findAll { it.standing in ['UNPROTECTED', 'DELETED'] }.each {
    add('unprotected', it.datasource.name, it.standing.name().toLowerCase(), it.datasource.id.toString(), it.protector?.vault()?.name(), null)
}
backup.operations().findAll { it.open }.each {
    add('open operations', "$it.number", it.state, "$it.kind ${it.target?.name() ?: ''}".trim(), null, null)
}
def order = ['instances', 'errors', 'failed jobs', 'unprotected', 'stopped', 'open operations']
rows = rows.sort { order.indexOf(it.section) }
def columns = ['section', 'what', 'state', 'detail', 'vault', 'time']

// What comes from the service is text: it must not become markup, a formula or a new line.
def flat = { it == null ? '' : it.toString().replaceAll(/\p{Cntrl}+/, ' ') }
def html = { flat(it).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;') }
def markdown = { flat(it).replaceAll(/([\\`*_{}\[\]<>()#|~&!])/, '\\\\$1') }
def csv = {
    def text = flat(it)
    '"' + (text ==~ /^[=+\-@].*/ ? "'" + text : text).replace('"', '""') + '"'
}
def title = "Protection on ${now.toString().take(16).replace('T', ' ')} UTC"
def facts = order.collect { section -> [section, rows.findAll { it.section == section }] }
def rest = columns - 'section'
def text = [
    md: {
        "# $title\n\n${vaults.size()} vaults; failed jobs of the last $hours hours.\n" + facts.collect { section, of ->
            "\n## ${section.capitalize()}\n\n" + (of ? "| ${rest.join(' | ')} |\n|${'---|' * rest.size()}\n" +
                    of.collect { row -> '| ' + rest.collect { markdown(row[it]) }.join(' | ') + ' |\n' }.join('') : 'None.\n')
        }.join('')
    },
    html: {
        """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>$title</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#222}table{border-collapse:collapse}
td,th{border-bottom:1px solid #ddd;padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}</style></head><body>
<h1>$title</h1><p>${vaults.size()} vaults; failed jobs of the last $hours hours.</p>
""" + facts.collect { section, of ->
            "<h2>${section.capitalize()}</h2>\n" + (of ? "<table><tr>${rest.collect { "<th>$it</th>" }.join('')}</tr>\n" +
                    of.collect { row -> "<tr>${rest.collect { "<td>${html(row[it])}</td>" }.join('')}</tr>\n" }.join('') + '</table>\n' : '<p>None.</p>\n')
        }.join('') + '</body></html>\n'
    },
    csv: {
        columns.join(',') + '\r\n' + rows.collect { row -> columns.collect { csv(row[it]) }.join(',') + '\r\n' }.join('')
    },
]
if (file) {
    try {
        new File(file).setText(text[kind]().toString(), 'UTF-8')
    } catch (IOException e) {
        throw fail("the report cannot be written into $file: $e.message")
    }
    note "written to $file"
}
table rows, columns
def bad = rows.count { it.section in ['errors', 'failed jobs', 'unprotected'] }
if (bad && fails) {
    throw fail("$bad things are in an error state, failed or not protected")
}
null
