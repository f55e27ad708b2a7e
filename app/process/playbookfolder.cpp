// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbookfolder.h"

#include "processlibrary.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(PlaybookFolder)
};

constexpr qsizetype maximumFiles = 500;
constexpr qint64 maximumBytes = 1024 * 1024;

Finding fault(const QString &path, const QString &code, const QString &text, const QString &remedy)
{
    return {Finding::Grade::Fault, code, text, remedy, {}, path, 0, 0};
}

/// Whether a link leads to a place outside the folder that it stands in.
bool leadsOut(const QFileInfo &info)
{
    const QString target = info.canonicalFilePath();
    return info.isSymLink() && !target.startsWith(QFileInfo(info.path()).canonicalFilePath() + u'/');
}

PlaybookFile readOne(const QFileInfo &info, bool builtIn)
{
    PlaybookFile file;
    file.path = info.filePath();
    file.builtIn = builtIn;
    if (leadsOut(info)) {
        file.findings = {fault(file.path, u"link-outside"_s, Text::tr("This is a link to a place outside the folder."),
                               Text::tr("Put the file itself into the folder."))};
        return file;
    }
    const auto bytes = readSmallFile(file.path, maximumBytes);
    if (!bytes) {
        file.findings = {fault(file.path, bytes.problem().code, bytes.problem().text,
                               Text::tr("Make it a Markdown file that you may read, or take it out of the folder."))};
        return file;
    }
    PlaybookReading reading = readPlaybook(bytes.value(), file.path);
    file.playbook = std::move(reading.playbook);
    file.parts = std::move(reading.parts);
    file.findings = std::move(reading.findings);
    if (file.playbook)
        file.playbook->builtIn = builtIn;
    return file;
}

QList<PlaybookFile> filesOf(const QString &folder, bool builtIn)
{
    QList<PlaybookFile> files;
    // "System" are links that lead nowhere, pipes and the like: told, not passed over.
    const auto kinds = QDir::Files | QDir::Dirs | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    for (const QFileInfo &info : QDir(folder).entryInfoList({u"*.md"_s}, kinds, QDir::Name)) {
        if (info.fileName().startsWith(u'.'))
            continue;
        if (files.size() == maximumFiles) {
            files.last().findings.append(fault(folder, u"too-many-files"_s,
                                               Text::tr("The folder holds more than %1 playbooks.").arg(maximumFiles),
                                               Text::tr("Take some out of it; those behind this one are not read.")));
            break;
        }
        files.append(readOne(info, builtIn));
    }
    return files;
}

/// Who has this id already and is not stood in for.
QList<PlaybookFile>::iterator holderOf(const QString &id, QList<PlaybookFile> &files)
{
    return std::find_if(files.begin(), files.end(),
                        [&](const PlaybookFile &other) { return other.playbook && !other.replaced && other.playbook->id == id; });
}

void judgeId(PlaybookFile &file, QList<PlaybookFile> &before)
{
    if (!file.playbook)
        return;
    const auto holder = holderOf(file.playbook->id, before);
    if (holder == before.end())
        return;
    if (holder->builtIn && !file.builtIn && file.playbook->replaces == file.playbook->id) {
        holder->replaced = true;
        return;
    }
    file.findings.append(fault(
        file.path, u"id-taken"_s, Text::tr("The id \"%1\" belongs to %2.").arg(file.playbook->id, holder->path),
        holder->builtIn ? Text::tr("Choose another id, or write \"replaces: %1\" to stand in for it.").arg(file.playbook->id)
                        : Text::tr("Choose another id.")));
    file.playbook.reset();
}

} // namespace

QString playbookFolder(const QString &configRoot)
{
    return configRoot + u"/playbooks"_s;
}

QList<PlaybookFile> readPlaybookFolders(const QString &builtInRoot, const QString &configRoot)
{
    QList<PlaybookFile> found = filesOf(playbookFolder(builtInRoot), true);
    if (!configRoot.isEmpty())
        found += filesOf(playbookFolder(configRoot), false);
    QList<PlaybookFile> files;
    for (PlaybookFile &file : found) {
        judgeId(file, files);
        files.append(std::move(file));
    }
    return files;
}

Process withLists(Process process, const QList<ListRule> &lists)
{
    for (const ListRule &list : lists) {
        if (!process.rule(list.rule.id))
            process.lists.append(list);
    }
    return process;
}

} // namespace fireline::process
