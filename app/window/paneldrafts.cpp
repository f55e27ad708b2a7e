// SPDX-License-Identifier: GPL-3.0-or-later
#include "paneldrafts.h"

#include "draftfile.h"
#include "statefiles.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

QString stemOf(const QString &folder, const QString &incident)
{
    return folder.isEmpty() ? QString() : folder + u"/drafts/"_s + incident + u'.';
}

} // namespace

PanelDrafts::PanelDrafts(StateFiles &files, const QString &folder, const QString &incident, Left left)
    : m_files(files)
    , m_stem(stemOf(folder, incident))
    , m_left(std::move(left))
{
}

PanelDrafts::Left PanelDrafts::readAll(const QString &folder, const QString &incident)
{
    Left left;
    if (folder.isEmpty())
        return left;
    const QFileInfo stem(stemOf(folder, incident));
    const QString before = stem.fileName();
    for (const QString &name : stem.dir().entryList({before + u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QJsonObject words = QJsonDocument::fromJson(readDraft(stem.dir().filePath(name))).object();
        if (!words.isEmpty())
            left.insert(name.mid(before.size()).chopped(5), words);
    }
    return left;
}

void PanelDrafts::forget(const QStringList &marks)
{
    for (const QString &panel : m_left.keys()) {
        QJsonObject left = m_left.value(panel);
        for (const QString &id : left.keys()) {
            const QString mark = left.value(id)[u"mark"_s].toString();
            if (!mark.isEmpty() && marks.contains(mark))
                left.remove(id);
        }
        if (left == m_left.value(panel))
            continue;
        keep(panel, left);
        left.isEmpty() ? void(m_left.remove(panel)) : void(m_left.insert(panel, left));
    }
}

void PanelDrafts::keep(const QString &panel, const QJsonObject &words)
{
    if (m_stem.isEmpty())
        return;
    const QByteArray bytes = words.isEmpty() ? QByteArray() : QJsonDocument(words).toJson(QJsonDocument::Compact);
    m_files.keep(m_stem + panel + u".json"_s, bytes);
}

} // namespace fireline::window
