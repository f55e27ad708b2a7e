// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "finding.h"
#include "processcheck.h"
#include "processlibrary.h"
#include "processloader.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;
using process::Finding;

namespace {

constexpr qint64 largestProcess = 1024 * 1024;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString statusNote(const Process &process)
{
    return process.status == ProcessStatus::Draft     ? Text::tr(" (draft)")
           : process.status == ProcessStatus::Retired ? Text::tr(" (retired)")
                                                      : QString();
}

int list(Console &console)
{
    const process::ProcessLibrary library(console.settings.configDir);
    QJsonArray rows;
    for (const auto &entry : library.entries()) {
        if (!entry.process) {
            console.err << u"fireline: "_s << process::problemOf(entry.findings).text << '\n';
            continue;
        }
        const Process &p = *entry.process;
        rows.append(QJsonObject{{u"id"_s, p.id},
                                {u"title"_s, p.title},
                                {u"version"_s, p.version},
                                {u"owner"_s, p.owner},
                                {u"status"_s, wordOf(p.status)},
                                {u"builtIn"_s, entry.builtIn},
                                {u"replaced"_s, entry.replaced}});
        if (!console.json)
            console.out << u"%1 %2%3%4\n"_s.arg(p.id, -18).arg(p.title, statusNote(p),
                                                               entry.replaced ? Text::tr(" (replaced by your own)") : QString());
    }
    if (console.json)
        console.print(rows);
    return Done;
}

void printRules(Console &console, const Process &p)
{
    for (const Envelope *rule : p.rules()) {
        console.out << u"  %1 %2 %3%4\n"_s.arg(rule->id, -20)
                           .arg(wordOf(rule->kind), -10)
                           .arg(rule->source.join(u", "_s),
                                rule->assumed.isEmpty() ? QString() : Text::tr("  assumed: %1").arg(rule->assumed));
    }
}

int show(Console &console, const QString &id)
{
    const auto process = processById(console, id);
    if (!process)
        return console.fail(process.problem());
    const Process &p = process.value();
    if (console.json) {
        QJsonArray rules;
        for (const Envelope *rule : p.rules())
            rules.append(QJsonObject{{u"id"_s, rule->id},
                                     {u"kind"_s, wordOf(rule->kind)},
                                     {u"source"_s, QJsonArray::fromStringList(rule->source)},
                                     {u"assumed"_s, rule->assumed}});
        console.print(QJsonObject{
            {u"id"_s, p.id}, {u"title"_s, p.title}, {u"version"_s, p.version}, {u"sha256"_s, p.sha256}, {u"rules"_s, rules}});
        return Done;
    }
    console.out << u"%1 — %2%3\n"_s.arg(p.id, p.title, statusNote(p));
    console.out << Text::tr("Version %1, owner %2, for %3\n").arg(p.version, p.owner, p.audience);
    for (const QString &principle : p.principles)
        console.out << u"  · "_s << principle << '\n';
    console.out << Text::tr("Severities\n");
    for (const SeverityDef &severity : p.severities)
        console.out << u"  %1 %2: %3\n"_s.arg(severity.id, severity.name, severity.definition.join(u' '));
    console.out << Text::tr("Roles\n");
    for (const RoleDef &role : p.roles)
        console.out << u"  %1 — %2\n"_s.arg(role.id, role.name);
    console.out << Text::tr("Phases\n");
    for (const PhaseDef &phase : p.phases)
        console.out << u"  %1 — %2 → %3\n"_s.arg(phase.id, phase.name, phase.next.join(u", "_s));
    console.out << Text::tr("Rules\n");
    printRules(console, p);
    return Done;
}

QJsonObject toJson(const Finding &finding)
{
    return {{u"grade"_s, process::gradeWord(finding.grade)},
            {u"code"_s, finding.code},
            {u"text"_s, finding.text},
            {u"remedy"_s, finding.remedy},
            {u"rule"_s, finding.rule},
            {u"file"_s, finding.file},
            {u"line"_s, finding.line},
            {u"column"_s, finding.column}};
}

int check(Console &console, const QString &path)
{
    const auto bytes = readBytes(path, largestProcess);
    if (!bytes)
        return console.fail(bytes.problem());
    const process::ProcessLibrary library(console.settings.configDir);
    auto reading = library.read(bytes.value(), QFileInfo(path).fileName());
    if (reading.process)
        reading.findings.append(process::checkProcess(*reading.process));
    QJsonArray rows;
    for (const Finding &finding : reading.findings) {
        rows.append(toJson(finding));
        if (!console.json)
            console.out << process::gradeWord(finding.grade) << ' ' << finding.toText() << '\n';
    }
    const bool faulty = !reading.process || process::hasFaults(reading.findings);
    if (console.json)
        console.print(QJsonObject{{u"ok"_s, !faulty}, {u"findings"_s, rows}});
    else
        console.out << (faulty ? Text::tr("Not usable: mend the faults above.\n") : Text::tr("Usable.\n"));
    return faulty ? Findings : Done;
}

} // namespace

int runProcess(Console &console, const QStringList &arguments)
{
    Options options(u"process"_s, Text::tr("Lists, shows or checks processes."));
    options.positional(u"list|show|check"_s, Text::tr("What to do."));
    options.positional(u"ID|FILE"_s, Text::tr("The process to show, or the file to check."));
    int exitCode = Done;
    if (!options.parse(console, arguments, 1, 2, exitCode))
        return exitCode;
    const QString what = options.positionals().first();
    const QString which = options.positionals().value(1);
    if (what == "list"_L1 && which.isEmpty())
        return list(console);
    if (what == "show"_L1 && !which.isEmpty())
        return show(console, which);
    if (what == "check"_L1 && !which.isEmpty())
        return check(console, which);
    return console.usage(Text::tr("Say: fireline process list, fireline process show ID, or fireline process check FILE."));
}

} // namespace fireline::cli
