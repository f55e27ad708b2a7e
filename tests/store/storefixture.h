// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/idsource.h"

#include <QHash>
#include <QString>
#include <QTemporaryDir>

#include <map>

namespace fireline::store {

/// A folder in memory where there is one: these tests write much and need no disk.
[[nodiscard]] QString fastFolderTemplate();

/// Makes events of one incident that follow each other as real consoles would write them. Same seed, same events.
class EventMaker
{
public:
    explicit EventMaker(quint64 seed = 1);

    [[nodiscard]] const QString &incident() const { return m_incident; }
    [[nodiscard]] domain::Event note(const QString &text, const QString &device = QStringLiteral("laptop-a"));
    [[nodiscard]] domain::Event attachment(const QString &sha256, const QString &device = QStringLiteral("laptop-a"));
    /// `count` notes of two consoles in turn.
    [[nodiscard]] QList<domain::Event> notes(int count);

private:
    domain::Instant m_now{1700000000000000};
    domain::UuidV7Source m_ids;
    QString m_incident;
    QHash<QString, domain::Event> m_last;
};

/// Runs SQL on a file behind the journal's back; false with a message on stderr when SQLite refuses.
bool runSql(const QString &path, const QByteArray &sql);
/// First value of a query as text; empty when there is none.
QByteArray sqlValue(const QString &path, const QByteArray &sql);

/// Name, size, mode and content of every file of a folder: to show that nothing changed.
[[nodiscard]] std::map<QString, QByteArray> snapshot(const QString &folder);

} // namespace fireline::store
