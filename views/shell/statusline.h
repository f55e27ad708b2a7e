// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace fireline::views {

class CutLabel;
class SharedLine;
class Theme;
class TimeDisplay;

/// The last line of the window: the latest alert, what to do next, sound, UTC and local time. GUI thread; owned by the window.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    StatusLine(Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    /// Either may be null. The alert gives up words (Shortens) where the next step would be cut (SharedLine).
    void setWidgets(QWidget *alert, QWidget *sounds);
    /// "Next: name a scribe"; empty: nothing is next.
    void setNextStep(const QString &text);
    /// The explanation of the menu entry under the pointer; empty: the next step again.
    void setTip(const QString &text);
    /// Whether this computer is kept from sleeping.
    void setAwake(bool awake);
    void tick(domain::Instant now);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void measureNext();
    [[nodiscard]] bool hasRoomForLocal() const;
    [[nodiscard]] bool hasRoomFor(const QList<const QWidget *> &aside) const;
    [[nodiscard]] bool hasRoomForUtc() const;
    [[nodiscard]] bool hasRoomForAwake() const;
    void showAside();
    void followRoom();
    void showTheme();
    void showText();

    Theme &m_theme;
    TimeDisplay &m_times;
    QHBoxLayout *m_row;
    QWidget *m_both; ///< what is late and what is next
    SharedLine *m_shares;
    CutLabel *m_next;
    QWidget *m_sounds = nullptr;
    QLabel *m_awake;
    QLabel *m_utc;
    QLabel *m_local;
    QString m_nextStep;
    QString m_tip;
    domain::Instant m_now;
    bool m_isAwake = false;
};

} // namespace fireline::views
