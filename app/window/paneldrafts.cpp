// SPDX-License-Identifier: GPL-3.0-or-later
#include "paneldrafts.h"

#include "draftfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fireline::window {

PanelDrafts::PanelDrafts(const QString &folder, const QString &incident, QObject *parent)
    : QObject(parent)
    , m_stem(folder.isEmpty() ? QString() : folder + u"/drafts/"_s + incident)
    , m_files(writeDraft)
{
    connect(&m_files, &StateFiles::problemOccurred, this, &PanelDrafts::problemOccurred);
}

PanelDrafts::~PanelDrafts() = default;

QString PanelDrafts::pathOf(const QString &panel) const
{
    return m_stem + u'.' + panel + u".json"_s;
}

QJsonObject PanelDrafts::left(const QString &panel) const
{
    return m_stem.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(readDraft(pathOf(panel))).object();
}

QStringList PanelDrafts::panels() const
{
    if (m_stem.isEmpty())
        return {};
    const QFileInfo stem(m_stem);
    const QString before = stem.fileName() + u'.';
    QStringList found;
    for (const QString &name : stem.dir().entryList({before + u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString panel = name.mid(before.size()).chopped(5);
        if (!left(panel).isEmpty())
            found.append(panel);
    }
    return found;
}

void PanelDrafts::keep(const QString &panel, const QJsonObject &words)
{
    if (m_stem.isEmpty())
        return;
    const QByteArray bytes = words.isEmpty() ? QByteArray() : QJsonDocument(words).toJson(QJsonDocument::Compact);
    m_files.keep(pathOf(panel), bytes);
}

} // namespace fireline::window
