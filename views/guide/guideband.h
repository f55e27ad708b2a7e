// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guide/guideoutcome.h"

#include <QFrame>

#include <optional>

class QAbstractItemModel;
class QLabel;
class QPushButton;

namespace fireline::views {

class Theme;

/// Leads a newcomer through a drill, above quick entry: one step at a time, which keys to press, why it cannot be done yet; at
/// the end what was done and how it went. It never takes the keyboard. GUI thread; owned by the window; model and theme
/// outlive it.
class GuideBand : public QFrame
{
    Q_OBJECT
public:
    GuideBand(QAbstractItemModel &model, Theme &theme, QWidget *parent = nullptr);

    /// Why nothing can be done just now, a whole sentence; empty: it can.
    void setObstacle(const QString &why);
    /// Whether the keyboard is where lines are typed; a step that is typed begins with the way there.
    void setKeyboardThere(bool there);
    /// The drill is over: from now on its last page.
    void showOutcome(const GuideOutcome &outcome);

signals:
    void hideRequested();
    /// Another drill is wanted.
    void drillsRequested();

private:
    void buildUi();
    void refresh();
    void showStep(int row);
    void showEnd();
    void showTheme();
    void tell(const QString &heading, const QString &how, const QString &more);
    [[nodiscard]] int stepNow() const;
    [[nodiscard]] QStringList done() const;
    [[nodiscard]] QString marked(const QString &text) const;

    QAbstractItemModel &m_model;
    Theme &m_theme;
    QLabel *m_heading;
    QLabel *m_progress;
    QLabel *m_how;
    QLabel *m_more;
    QPushButton *m_hide;
    QPushButton *m_again;
    std::optional<GuideOutcome> m_outcome;
    QString m_obstacle;
    bool m_keyboardThere = true;
};

} // namespace fireline::views
