// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

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

/// Who runs a drill sees its clock and what has happened in it, and can stop the clock or let it go faster. Never decides: what
/// is asked for leaves as a signal, and setPace() says what became of it. GUI thread; owned by the window.
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
    /// What was said, came in or was done; `what` is a whole sentence.
    void addLine(domain::Instant at, const QString &what);

signals:
    void pauseRequested(bool paused);
    void speedRequested(double speed);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void showPace();
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
    QListWidget *m_lines;
};

} // namespace fireline::views
