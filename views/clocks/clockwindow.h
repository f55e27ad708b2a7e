// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

class QAbstractItemModel;
class QLabel;

namespace fireline::views {

class ChipLabel;
class Theme;
class TimeDisplay;

/// One clock in a window of its own that stays above others, large enough to be read from the next chair. It goes on when its
/// clock begins a new round, and says when the clock runs no more. GUI thread; owned by the panel; the model outlives it.
class ClockWindow : public QWidget
{
    Q_OBJECT
public:
    ClockWindow(QAbstractItemModel *model, const QString &clock, Theme &theme, TimeDisplay &times);

    [[nodiscard]] const QString &clock() const { return m_clock; }
    /// What it shows now, for a test and for a screen reader.
    [[nodiscard]] QString shownTime() const;

signals:
    void closed(const QString &clock);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showClock();
    void showTheme();
    void find();

    QAbstractItemModel *m_model;
    QString m_clock;
    Theme &m_theme;
    TimeDisplay &m_times;
    QPersistentModelIndex m_row;
    QLabel *m_title;
    QLabel *m_time;
    QLabel *m_source;
};

} // namespace fireline::views
