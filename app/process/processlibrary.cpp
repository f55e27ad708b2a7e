// SPDX-License-Identifier: GPL-3.0-or-later
#include "processlibrary.h"

#include "icalendar.h"
#include "playbookfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessLibrary)
};

constexpr qint64 maximumBytes = 1024 * 1024;

QStringList filesOf(const QString &folder, const QString &pattern)
{
    QStringList paths;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({pattern}, QDir::Files | QDir::Readable | QDir::Hidden, QDir::Name)) {
        if (!name.startsWith(u'.'))
            paths.append(dir.filePath(name));
    }
    return paths;
}

Finding faultOf(const Problem &problem, const QString &path)
{
    return {Finding::Grade::Fault, problem.code, problem.text, {}, {}, path, 0, 0};
}

/// The days in place of the file's name, on the same line so that all line numbers stay those of the file.
QByteArray withHolidays(const QByteArray &text, const CalendarSpec &calendar, const QSet<QDate> &dates)
{
    QList<QDate> sorted(dates.cbegin(), dates.cend());
    std::sort(sorted.begin(), sorted.end());
    QStringList words;
    for (const QDate &date : sorted)
        words.append(date.toString(Qt::ISODate));
    QList<QByteArray> lines = text.split('\n');
    if (calendar.holidayLine < 1 || calendar.holidayLine > lines.size())
        return {};
    QString line = QString::fromUtf8(lines.at(calendar.holidayLine - 1));
    qsizetype begin = calendar.holidayColumn - 1;
    qsizetype length = calendar.holidayFile.size();
    if (begin < line.size() && (line.at(begin) == u'"' || line.at(begin) == u'\''))
        length += 2;
    if (!QStringView(line).mid(begin, length).contains(calendar.holidayFile))
        return {};
    line.replace(begin, length, u'[' + words.join(u", "_s) + u']');
    lines[calendar.holidayLine - 1] = line.toUtf8();
    return lines.join('\n');
}

} // namespace

Outcome<QByteArray> readSmallFile(const QString &path, qint64 most)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Problem{Problem::Kind::NotFound, u"no-file"_s, Text::tr("There is no file %1.").arg(path), {}, {}, {}};
    if (!info.isFile())
        return Problem{Problem::Kind::Io, u"not-a-file"_s, Text::tr("%1 is not a file.").arg(path), {}, {}, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Problem{
            Problem::Kind::Io, u"cannot-read"_s, Text::tr("%1 cannot be read: %2.").arg(path, file.errorString()), {}, {}, {}};
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return Problem{
            Problem::Kind::Io, u"too-large"_s, Text::tr("%1 is larger than %2 KiB.").arg(path).arg(most / 1024), {}, {}, {}};
    return bytes;
}

/// What the files hold; never changed once it was read.
struct ProcessLibrary::Content
{
    std::once_flag processesRead;
    std::once_flag playbooksRead;
    QList<Entry> entries;
    QList<Playbook> playbooks;
    QList<Finding> playbookFindings;
};

ProcessLibrary::ProcessLibrary(QString configFolder, QString builtInFolder)
    : m_configFolder(std::move(configFolder))
    , m_builtInFolder(std::move(builtInFolder))
    , m_content(std::make_shared<Content>())
{
}

const QList<ProcessLibrary::Entry> &ProcessLibrary::entries() const
{
    std::call_once(m_content->processesRead, [this] {
        addProcesses(m_builtInFolder, true);
        if (!m_configFolder.isEmpty())
            addProcesses(m_configFolder, false);
    });
    return m_content->entries;
}

const QList<Playbook> &ProcessLibrary::playbooks() const
{
    std::call_once(m_content->playbooksRead, [this] {
        for (PlaybookFile &file : readPlaybookFolders(m_builtInFolder, m_configFolder)) {
            m_content->playbookFindings += file.findings;
            if (file.playbook && !file.replaced)
                m_content->playbooks.append(std::move(*file.playbook));
        }
    });
    return m_content->playbooks;
}

const QList<Finding> &ProcessLibrary::playbookFindings() const
{
    (void)playbooks();
    return m_content->playbookFindings;
}

void ProcessLibrary::addProcesses(const QString &root, bool builtIn) const
{
    for (const QString &path : filesOf(root + u"/processes"_s, u"*.yaml"_s)) {
        Entry entry;
        entry.path = path;
        entry.builtIn = builtIn;
        entry.id = QFileInfo(path).completeBaseName();
        auto reading = readFile(path);
        if (!reading) {
            entry.findings.append(faultOf(reading.problem(), path));
        } else {
            entry.process = std::move(reading.value().process);
            entry.findings = reading.value().findings;
        }
        if (entry.process) {
            entry.id = entry.process->id;
            judgeName(entry);
        }
        m_content->entries.append(entry);
    }
}

void ProcessLibrary::judgeName(Entry &entry) const
{
    const QString replaces = entry.process->replaces;
    const auto refuse = [&](const QString &code, const QString &text, const QString &remedy) {
        entry.findings.append({Finding::Grade::Fault, code, text, remedy, {}, entry.path, 0, 0});
        entry.process.reset();
    };
    auto &entries = m_content->entries;
    const auto named = [&](const QString &id) {
        return std::find_if(entries.begin(), entries.end(), [&](const Entry &other) { return other.process && other.id == id; });
    };
    const auto same = named(entry.id);
    if (same != entries.end() && (!same->builtIn || entry.builtIn || replaces != entry.id)) {
        refuse(u"id-taken"_s, tr("The id \"%1\" belongs to %2.").arg(entry.id, same->path),
               same->builtIn ? tr("Choose another id, or write \"replaces: %1\" to stand in for it.").arg(entry.id)
                             : tr("Choose another id."));
        return;
    }
    if (replaces.isEmpty() || entry.builtIn)
        return;
    const auto stoodInFor = named(replaces);
    if (stoodInFor == entries.end() || !stoodInFor->builtIn)
        refuse(u"replaces-nothing"_s, tr("There is no built-in process \"%1\" to stand in for.").arg(replaces),
               tr("Correct or remove \"replaces\"."));
    else
        stoodInFor->replaced = true;
}

Outcome<Process> ProcessLibrary::process(const QString &id) const
{
    QStringList known;
    for (const Entry &entry : entries()) {
        if (entry.process && (entry.id == id || entry.process->replaces == id) && !entry.replaced)
            return *entry.process;
        if (entry.process && !entry.replaced)
            known.append(entry.id);
    }
    for (const Entry &entry : entries()) {
        if (entry.id == id && !entry.process)
            return problemOf(entry.findings);
    }
    known.sort();
    return Problem{Problem::Kind::NotFound,
                   u"no-process"_s,
                   tr("There is no process \"%1\". There are: %2.").arg(id.left(80), known.join(u", "_s)),
                   {},
                   {},
                   {}};
}

Process ProcessLibrary::withPlaybooks(Process process) const
{
    QList<ListRule> lists;
    for (const Playbook &playbook : playbooks())
        lists.append(playbook.toList());
    return withLists(std::move(process), lists);
}

Outcome<ProcessReading> ProcessLibrary::readFile(const QString &path) const
{
    const auto bytes = readSmallFile(path, maximumBytes);
    if (!bytes)
        return bytes.problem();
    return read(bytes.value(), path);
}

QString ProcessLibrary::holidayPath(const QString &name) const
{
    for (const QString &root : {m_configFolder, m_builtInFolder}) {
        const QString path = root + u"/holidays/"_s + name;
        if (!root.isEmpty() && QFileInfo(path).isFile())
            return path;
    }
    return {};
}

ProcessReading ProcessLibrary::read(const QByteArray &bytes, const QString &fileName) const
{
    ProcessReading reading = readProcess(bytes, fileName);
    if (!reading.process || reading.process->calendar.holidayFile.isEmpty())
        return reading;
    const CalendarSpec calendar = reading.process->calendar;
    const auto refuse = [&](const QString &code, const QString &text, const QString &remedy) {
        reading.findings.append(
            {Finding::Grade::Fault, code, text, remedy, {}, fileName, calendar.holidayLine, calendar.holidayColumn});
        reading.process.reset();
        return reading;
    };
    const QString path = holidayPath(calendar.holidayFile);
    if (path.isEmpty())
        return refuse(u"no-holidays"_s, tr("There is no calendar \"%1\".").arg(calendar.holidayFile),
                      tr("Put it into the folder \"holidays\" of the configuration, or list the days."));
    const auto content = readSmallFile(path, maximumBytes);
    if (!content)
        return refuse(u"no-holidays"_s, content.problem().text, tr("Put another calendar there, or list the days."));
    const HolidayCalendar holidays = readHolidays(content.value(), path);
    reading.findings += holidays.findings;
    if (hasFaults(holidays.findings)) {
        reading.process.reset();
        return reading;
    }
    const QByteArray complete = withHolidays(bytes, calendar, holidays.dates);
    if (complete.isEmpty())
        return refuse(u"no-holidays"_s, tr("The days cannot be written in place of \"%1\".").arg(calendar.holidayFile),
                      tr("Write its name on one line, without escapes."));
    ProcessReading pinned = readProcess(complete, fileName);
    pinned.findings = reading.findings + pinned.findings;
    return pinned;
}

} // namespace fireline::process
