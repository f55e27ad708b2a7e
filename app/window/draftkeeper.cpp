// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftkeeper.h"

#include "draftfile.h"
#include "statefiles.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

QJsonObject jsonOf(const Draft &draft)
{
    return {{u"line"_s, draft.line}, {u"begun"_s, draft.begun.toRfc3339()}};
}

Draft draftOf(const QJsonObject &object)
{
    const auto begun = domain::Instant::fromRfc3339(object.value(u"begun"_s).toString());
    return {object.value(u"line"_s).toString(), begun.value_or(domain::Instant())};
}

QString pathOf(const QString &folder, const QString &incident)
{
    return folder.isEmpty() ? QString() : folder + u"/drafts/"_s + incident + u".json"_s;
}

} // namespace

DraftKeeper::DraftKeeper(StateFiles &files, const QString &folder, const QString &incident)
    : m_files(files)
    , m_path(pathOf(folder, incident))
{
}

QString DraftKeeper::keyOf(const QString &path)
{
    const QByteArray place = QFileInfo(path).absoluteFilePath().toUtf8();
    return u"unopened-"_s + QString::fromLatin1(QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(32));
}

Drafts DraftKeeper::left(const QString &folder, const QString &incident)
{
    if (folder.isEmpty())
        return {};
    const QJsonObject object = QJsonDocument::fromJson(readDraft(pathOf(folder, incident))).object();
    Drafts drafts{draftOf(object), {}};
    for (const QJsonValue &value : object.value(u"waiting"_s).toArray()) {
        if (const Draft draft = draftOf(value.toObject()); !draft.line.isEmpty())
            drafts.waiting.append(draft);
    }
    return drafts;
}

void DraftKeeper::keep(const Drafts &drafts)
{
    if (m_path.isEmpty())
        return;
    QByteArray bytes;
    if (!drafts.isEmpty()) {
        QJsonObject object = jsonOf(drafts.typed);
        QJsonArray waiting;
        for (const Draft &draft : drafts.waiting)
            waiting.append(jsonOf(draft));
        if (!waiting.isEmpty())
            object.insert(u"waiting"_s, waiting);
        bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    m_files.keep(m_path, bytes);
}

} // namespace fireline::window
