// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

#include <QObject>
#include <QTimer>

namespace fireline::models {
class ClocksModel;
}

namespace fireline::views {
class ClocksPanel;
}

namespace fireline::window {

class RecordReader;

/// Keeps what the list of clocks says of the past up to date: asks the reader a while after something happened, and each
/// minute, while somebody can see it. GUI thread; owned by the panel; feed, reader and model outlive it.
class AdherenceKeeper : public QObject
{
    Q_OBJECT
public:
    AdherenceKeeper(models::IncidentFeed &feed, RecordReader &reader, models::ClocksModel &model, views::ClocksPanel &panel);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void want();
    void ask();

    models::IncidentFeed &m_feed;
    RecordReader &m_reader;
    models::ClocksModel &m_model;
    views::ClocksPanel &m_panel;
    QTimer m_later;
    domain::Instant m_asked;
};

} // namespace fireline::window
