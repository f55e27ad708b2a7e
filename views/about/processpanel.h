// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QTextBrowser;

namespace fireline::models {
class IncidentFeed;
}

namespace fireline::views {

class TimeDisplay;

/// The process that this incident follows, to read. It is written when it is seen, and while it is. GUI thread; made by the
/// composition; feed and times outlive it.
class ProcessPanel : public QWidget
{
    Q_OBJECT
public:
    ProcessPanel(models::IncidentFeed &feed, TimeDisplay &times, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *firstFocus() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void write();

    models::IncidentFeed &m_feed;
    TimeDisplay &m_times;
    QTextBrowser *m_page;
    QString m_written;
};

} // namespace fireline::views
