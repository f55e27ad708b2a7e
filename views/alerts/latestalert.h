// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alarms.h"
#include "alerts/alertlist.h"
#include "shell/shortens.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QSet>
#include <QWidget>

class QMenu;
class QToolButton;

namespace fireline::views {

class ActionRegistry;
class AlertLine;
struct AlertWords;

/// The most urgent alert in the status line: what is late, who owes it, what the process says, and buttons to do it, to
/// silence it and to snooze it for a reason. Up and Down walk through the others. GUI thread; made by the window; list, alarms, theme and
/// times outlive it.
class LatestAlert : public QWidget, public Shortens
{
    Q_OBJECT
public:
    LatestAlert(models::AlertList &list, models::Alarms &alarms, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);
    ~LatestAlert() override;

    /// Ctrl+J goes to it, Ctrl+Shift+J acknowledges all, and three snoozes for the palette.
    void addActions(ActionRegistry &actions);
    /// Shows that one, and gives it the keyboard.
    void goTo(const QString &clock);
    /// Shows that one and asks for the line that snoozes it, behind which its reason is typed; for the bubble of many that are late
    /// the line snoozes all that is late. Nothing where it is not waited for any more.
    void askSnooze(const QString &clock, domain::Span length);
    /// The id of the alert that is shown; empty while nothing is due.
    [[nodiscard]] QString shownId() const;

    /// Without who owes it, then without how many others there are; the tooltip says it.
    [[nodiscard]] QList<int> formWidths() const override;

signals:
    /// Put this line into quick entry, with the cursor at its end.
    void entryRequested(const QString &line);
    /// Open the form of this record, or of the update with this target; where there is none, put the line into quick entry.
    void recordRequested(const QString &record, const QString &line);
    /// Nothing can be typed for it: show where it is worked on.
    void detailsRequested(const QString &clock);

private:
    void buildParts();
    void look();
    [[nodiscard]] QString counted(const QString &line) const;
    [[nodiscard]] AlertWords wordsOf(const models::AlertItem &item) const;
    void tellNew();
    void restyle();
    void step(int by);
    void open();
    void acknowledge();
    void snooze(domain::Span length);
    [[nodiscard]] const models::AlertItem *shown() const;
    [[nodiscard]] QString whyNoAlert() const;
    [[nodiscard]] QString whyNoSnooze() const;

    models::AlertList &m_list;
    models::Alarms &m_alarms;
    Theme &m_theme;
    TimeDisplay &m_times;
    AlertLine *m_line;
    QWidget *m_spoken; ///< read aloud where the line itself, a button, is not
    QToolButton *m_acknowledge;
    QToolButton *m_snooze;
    QSet<QString> m_told; ///< what is there, by id and level
    QString m_chosen;     ///< the alert that somebody walked to; empty: the most urgent
};

} // namespace fireline::views
