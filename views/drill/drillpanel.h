// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QList>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace fireline::views {

class ActionRegistry;
class Theme;
class TimeDisplay;

/// How fast a drill's clock goes. A value.
struct DrillPace
{
    bool runs = false; ///< false: it is over, or only its record is open
    bool paused = false;
    double speed = 1; ///< simulated seconds in a second

    bool operator==(const DrillPace &) const = default;
};

/// What counts as failed in a drill up to now. A value.
struct DrillCounts
{
    int late = 0;
    int lateAllowed = 0;
    int overrides = 0;
    int overridesAllowed = 0;
    int unexpected = 0;
    bool passes = true;

    bool operator==(const DrillCounts &) const = default;
};

/// Something that the script will bring about. A value.
struct DrillComing
{
    domain::Instant at; ///< unset: it waits for something to show
    QString text;

    bool operator==(const DrillComing &) const = default;
};

/// Who runs a drill sees its clock, how it goes, what has happened in it and, if asked for, what is to come; can stop the clock
/// or let it go faster, and end the drill. Never decides: what is asked for leaves as a signal, and setPace() says what became
/// of it. GUI thread; owned by the window.
class DrillPanel : public QWidget
{
    Q_OBJECT
public:
    DrillPanel(Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    /// Pause, faster, slower; once.
    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;

    void setPace(const DrillPace &pace);
    /// Since the drill began, by its own clock.
    void setElapsed(domain::Span elapsed);
    void setScore(const DrillCounts &score);
    /// Hidden until the facilitator asks for it: whoever plays must not know.
    void setComing(const QList<DrillComing> &coming);
    /// What was said, came in or was done; `what` is a whole sentence.
    void addLine(domain::Instant at, const QString &what);

signals:
    void pauseRequested(bool paused);
    void speedRequested(double speed);
    /// At once and for good.
    void stopRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void addFacilitatorActions(ActionRegistry &actions);
    void showPace();
    void showScore();
    void showComing();
    void showTheme();
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] QString whyNotSpeed(bool faster) const;
    [[nodiscard]] double nextSpeed(bool faster) const;

    Theme &m_theme;
    TimeDisplay &m_times;
    ActionRegistry *m_actions = nullptr;
    DrillPace m_pace;
    QLabel *m_clock;
    QLabel *m_state;
    QPushButton *m_pause;
    QPushButton *m_slower;
    QPushButton *m_faster;
    QPushButton *m_stop;
    QPushButton *m_peek; ///< shows what is to come
    QLabel *m_score;
    QListWidget *m_next;
    DrillCounts m_counts;
    QList<DrillComing> m_coming;
    QListWidget *m_lines;
};

} // namespace fireline::views
