// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>

namespace fireline::views {
class MessageBar;
}

namespace fireline::window {

class CommandDesk;
class IncidentController;

/// Takes several files at once into the record, each as hashed evidence, one after the other: they are read in Qt's thread pool.
/// One message says what became of all of them. GUI thread; owned by the incident's window.
class EvidenceDesk : public QObject
{
    Q_OBJECT
public:
    static constexpr int MostFiles = 100; ///< at once

    EvidenceDesk(IncidentController &incident, CommandDesk &desk, views::MessageBar &messages, QObject *parent = nullptr);

    /// Each entry has the time at which they were asked for.
    void attach(const QStringList &paths);
    /// Some of them are under way: a window that goes now would leave them where they are, unrecorded.
    [[nodiscard]] bool isBusy() const { return !m_batches.isEmpty(); }

private:
    struct Failure
    {
        QString path;
        QString why; ///< a translated sentence
    };
    struct Batch
    {
        QStringList left; ///< the first of them is under way
        domain::Instant at;
        int kept = 0;
        QList<Failure> failed;
        std::shared_ptr<void> work; ///< the window waits for it
    };

    void next();
    void keep(const QByteArray &bytes);
    void finishFile(const QString &whyNot);
    void tell(const Batch &batch);

    IncidentController &m_incident;
    CommandDesk &m_desk;
    views::MessageBar &m_messages;
    QList<Batch> m_batches; ///< the first is under way
};

} // namespace fireline::window
