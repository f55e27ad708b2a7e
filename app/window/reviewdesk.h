// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sectionexport.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>

namespace fireline::models {
class IncidentFeed;
}

namespace fireline::views {
class ReviewPanel;
}

namespace fireline::window {

class RecordReader;

/// Shows the section that is being written as an export would: its HTML, and the pictures of the record, which are read and made
/// small in Qt's thread pool when they are first seen. GUI thread; owned by the panel; feed and reader outlive it.
class ReviewDesk : public QObject
{
    Q_OBJECT
public:
    ReviewDesk(const models::IncidentFeed &feed, RecordReader &reader, views::ReviewPanel &panel);

    [[nodiscard]] QString html(const QString &section);
    /// Null while it is not there.
    [[nodiscard]] QImage picture(const QString &sha256) const { return m_images.value(sha256); }

private:
    void want(const QString &sha256);
    void take(const QString &sha256, const QImage &image);

    const models::IncidentFeed &m_feed;
    RecordReader &m_reader;
    views::ReviewPanel &m_panel;
    session::Pictures m_known; ///< those that can be shown
    QHash<QString, QImage> m_images;
    QSet<QString> m_asked;
};

} // namespace fireline::window
