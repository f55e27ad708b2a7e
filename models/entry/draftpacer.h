// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace fireline::models {

/// Says what to keep of a line being typed, so that a crash costs a word at most: at the end of each word at once, else
/// 300 ms after a key. GUI thread; owned by the quick entry.
class DraftPacer : public QObject
{
    Q_OBJECT
public:
    explicit DraftPacer(QObject *parent = nullptr);

    /// The line is now this, with the cursor there; an empty one is said at once.
    void typed(const QString &line, qsizetype cursor, domain::Instant firstKeystroke);

signals:
    void draftChanged(const QString &line, fireline::domain::Instant firstKeystroke);

private:
    void send();

    QTimer m_timer;
    QString m_line;
    domain::Instant m_begun;
};

} // namespace fireline::models
