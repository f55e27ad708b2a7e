// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/entryversions.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QTextBrowser;

namespace fireline::views {

class Theme;
class TimeDisplay;

/// All there is to know of one row, below the list: the whole text, times in both zones, who wrote it, and each change with
/// what it changed. Nothing in it can be edited. GUI thread; owned by the panel.
class TimelineDetails : public QWidget
{
    Q_OBJECT
public:
    TimelineDetails(Theme &theme, const TimeDisplay &times, QWidget *parent = nullptr);

    /// Shows what the row itself says. Its changes come with showChanges().
    void showRow(const QModelIndex &row);
    void showChanges(const QString &eventId, const QList<domain::Event> &events);
    [[nodiscard]] QString eventId() const { return m_eventId; }

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void render();
    [[nodiscard]] QString headHtml() const;
    [[nodiscard]] QString changeHtml(const models::EntryChange &change) const;
    [[nodiscard]] QString bothZones(domain::Instant t) const;
    [[nodiscard]] QString muted(const QString &html) const;

    Theme &m_theme;
    const TimeDisplay &m_times;
    QTextBrowser *m_text;
    QPersistentModelIndex m_row;
    QString m_eventId;
    QList<domain::Event> m_events;
};

} // namespace fireline::views
