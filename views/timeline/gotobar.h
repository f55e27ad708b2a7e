// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace fireline::views {

class Theme;
class TimeDisplay;

/// The line in which one types the time to go to, in any form that quick entry takes. Esc closes it. GUI thread; owned by the
/// panel.
class GotoBar : public QWidget
{
    Q_OBJECT
public:
    using Clock = std::function<domain::Instant()>;
    GotoBar(Theme &theme, const TimeDisplay &times, Clock now, QWidget *parent = nullptr);

    void open();

signals:
    void timeChosen(fireline::domain::Instant at);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addButton(const QString &name, const QString &text, const QString &help, void (GotoBar::*does)());
    void go();

    const TimeDisplay &m_times;
    Clock m_now;
    QLineEdit *m_field;
    QLabel *m_problem;
};

} // namespace fireline::views
