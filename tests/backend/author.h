// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backendconnection.h"
#include "core/event.h"
#include "core/idsource.h"

#include <QJsonObject>

namespace fireline::test {

/// A console as a server sees it: one device of one incident, whose events are chained as the real one chains them. One thread.
class Author
{
public:
    Author(domain::IdSource &ids, QString recordedBy, QString incident);

    /// The next event of this device's chain.
    domain::Event next(const QString &type, const QJsonObject &payload = {});
    /// The same for bytes that need not be canonical.
    domain::Event nextRaw(const QString &type, const QByteArray &payload);
    /// The hash as it should be, after a test has laid hands on a field.
    static void seal(domain::Event &event);
    /// The chain goes on from before the last event: the server stored nothing of it.
    void takeBack();

    [[nodiscard]] const QString &incident() const { return m_incident; }
    [[nodiscard]] const QString &device() const { return m_device; }
    void setRecordedBy(const QString &name) { m_recordedBy = name; }
    void setDevice(const QString &device) { m_device = device; }

private:
    domain::IdSource &m_ids;
    QString m_recordedBy;
    QString m_incident;
    QString m_device;
    qint64 m_seq = 0;
    QByteArray m_prev = domain::zeroHash();
    QByteArray m_beforePrev = domain::zeroHash();
};

/// What the server said to one event.
struct Verdict
{
    QString id;
    QString verdict;
    qint64 seq = 0;
    QString reason;
    QString rule;
    QByteArray chain;

    /// "accepted", "rejected held", "retry gap 3".
    [[nodiscard]] QString text() const;
};

/// Calls fireline_api.append, or adopt. What fails as a whole gives one verdict "error SQLSTATE-ish text".
[[nodiscard]] QList<Verdict> append(backend::BackendConnection &connection, const QString &incident,
                                    const QList<domain::Event> &events, const QByteArray &authority = {});
[[nodiscard]] QList<Verdict> adopt(backend::BackendConnection &connection, const QString &incident,
                                   const QList<domain::Event> &events, bool last, const QByteArray &authority = {});
/// The verdicts in words, "; " between.
[[nodiscard]] QString said(const QList<Verdict> &verdicts);

} // namespace fireline::test
