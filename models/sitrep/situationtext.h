// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

namespace fireline::models {

/// The situation report as the record gives it now, written anew after events and once a minute while somebody reads it. GUI
/// thread; owned by the composition.
class SituationText : public QObject
{
    Q_OBJECT
public:
    explicit SituationText(IncidentFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// While nobody reads it nothing is written.
    void setRead(bool isRead);

signals:
    void changed(const QString &text);

private:
    void write();

    IncidentFeed &m_feed;
    QString m_text;
    qint64 m_minute = 0; ///< of which it was written last
    bool m_isRead = false;
};

} // namespace fireline::models
