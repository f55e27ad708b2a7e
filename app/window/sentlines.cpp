// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentlines.h"

#include "draftfile.h"
#include "memoryfolder.h"
#include "state/incidentstate.h"
#include "statefiles.h"
#include "takeanswer.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

/// A disk that works has a line by then.
constexpr auto aMoment = std::chrono::milliseconds(100);

QString copyOf(const QString &folder, const QString &incident)
{
    return folder.isEmpty() ? QString() : folder + u"/drafts/"_s + incident + u".sent"_s;
}

QByteArray bytesOf(const SentLine &sent)
{
    QJsonObject object{
        {u"line"_s, sent.line}, {u"at"_s, sent.at.toRfc3339()}, {u"events"_s, QJsonArray::fromStringList(sent.events)}};
    if (sent.begun.isSet()) {
        object.insert(u"begun"_s, sent.begun.toRfc3339());
        object.insert(u"typed"_s, sent.typed);
    }
    if (!sent.mark.isEmpty())
        object.insert(u"mark"_s, sent.mark);
    if (sent.plain)
        object.insert(u"plain"_s, true);
    // A line begins anew: what a write that failed left before it cannot spoil it.
    return '\n' + QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QList<SentLine> linesOf(const QByteArray &bytes)
{
    QList<SentLine> lines;
    for (const QByteArray &line : bytes.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        SentLine sent;
        sent.line = object.value(u"line"_s).toString();
        if (sent.line.trimmed().isEmpty())
            continue;
        sent.at = domain::Instant::fromRfc3339(object.value(u"at"_s).toString()).value_or(domain::Instant());
        sent.begun = domain::Instant::fromRfc3339(object.value(u"begun"_s).toString()).value_or(domain::Instant());
        sent.typed = object.value(u"typed"_s).toString();
        for (const QJsonValue &id : object.value(u"events"_s).toArray())
            sent.events.append(id.toString());
        sent.mark = object.value(u"mark"_s).toString();
        sent.plain = object.value(u"plain"_s).toBool();
        lines.append(sent);
    }
    return lines;
}

} // namespace

bool SentLine::isOf(const QString &draft, domain::Instant draftBegun) const
{
    const QString one = draft.trimmed();
    const QString other = typed.trimmed();
    const bool sameKeys = begun.isSet() && begun == draftBegun && (one.startsWith(other) || other.startsWith(one));
    return sameKeys || (at == draftBegun && line == draft); // as an earlier window gave it back
}

bool SentLine::isIn(const domain::IncidentState &state, const QSet<QString> &recorded) const
{
    return std::any_of(events.begin(), events.end(),
                       [&](const QString &id) { return state.entryByEvent.contains(id) || recorded.contains(id); });
}

SentLines::SentLines(StateFiles &files, const QString &folder, const QString &incident, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_copyPath(copyOf(folder, incident))
    , m_atHand(inMemory(folder, incident + u".sent"_s))
{
    m_copyLater.setSingleShot(true);
    m_copyLater.setInterval(aMoment);
    connect(&m_copyLater, &QTimer::timeout, this, &SentLines::copy);
}

SentLines::~SentLines()
{
    if (m_copyLater.isActive())
        copy();
    if (m_atHand.isOpen() && m_bytes.isEmpty())
        m_atHand.remove();
}

QList<SentLine> SentLines::left(const QString &folder, const QString &incident)
{
    if (folder.isEmpty())
        return {};
    QList<SentLine> left = linesOf(readDraft(copyOf(folder, incident)));
    if (const QString atHand = inMemory(folder, incident + u".sent"_s); !atHand.isEmpty()) {
        for (const SentLine &sent : linesOf(readDraft(atHand))) {
            if (!left.contains(sent))
                left.append(sent);
        }
    }
    return left;
}

void SentLines::add(const SentLine &sent)
{
    if (m_copyPath.isEmpty())
        return;
    ++m_added;
    const QByteArray bytes = bytesOf(sent);
    m_bytes += bytes;
    if (!writeAtHand(bytes))
        copy();
    else if (!m_copyLater.isActive())
        m_copyLater.start();
}

bool SentLines::writeAtHand(const QByteArray &bytes)
{
    if (m_atHand.fileName().isEmpty())
        return false;
    if (!m_atHand.isOpen()) {
        QDir().mkpath(QFileInfo(m_atHand).path());
        if (!m_atHand.open(QIODevice::Append | QIODevice::Unbuffered))
            return false;
        m_atHand.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    return m_atHand.write(bytes) == bytes.size();
}

void SentLines::copy()
{
    m_copyLater.stop();
    m_copied = true;
    m_files.keep(m_copyPath, m_bytes);
}

void SentLines::forget()
{
    if (m_copyPath.isEmpty() || (m_bytes.isEmpty() && !m_copied))
        return;
    takeAnswer(this, m_files.later<bool>([] { return true; }), [this, known = m_added](bool) {
        if (known == m_added)
            drop();
    });
}

void SentLines::drop()
{
    m_copyLater.stop();
    m_bytes.clear();
    if (m_atHand.isOpen())
        m_atHand.resize(0);
    else if (!m_atHand.fileName().isEmpty())
        m_atHand.remove();
    if (std::exchange(m_copied, false))
        m_files.keep(m_copyPath, {});
}

} // namespace fireline::window
