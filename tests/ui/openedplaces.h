// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>

class QAbstractItemView;
class QWidget;

namespace fireline::views {
struct ActionSpec;
class ActionRegistry;
struct PanelDescriptor;
} // namespace fireline::views

namespace fireline::test {

class LiveWindow;

/// Opens whatever the window of an incident can open beside its panels: the forms of each row and each command, the bars of the
/// timeline, messages, the palette, completions, windows of clocks. Every command is given and Return pressed on rows of every
/// list; a place is new where a widget is seen that was not before. Forms and commands that are added are covered without a line
/// about them. GUI thread; used once.
class OpenedPlaces
{
public:
    /// The window, or one that came up beside it, and what opened it.
    using Look = std::function<void(QWidget &window, const QString &where)>;

    OpenedPlaces(LiveWindow &live, Look look);
    void walk();
    /// Object names of everything that was seen, in the panels too.
    [[nodiscard]] const QSet<QString> &names() const { return m_names; }

private:
    void walkPanel(const views::PanelDescriptor &panel);
    void walkRows(QAbstractItemView &list, const QStringList &commands);
    void walkEntry();
    void give(const QString &id, const QString &where);
    /// Looks where something new is to be seen, and closes it again.
    void see(const QString &where);
    [[nodiscard]] bool isNew();
    void closeAll();
    [[nodiscard]] QList<QWidget *> windowsBeside() const;

    LiveWindow &m_live;
    Look m_look;
    views::ActionRegistry &m_actions;
    QSet<QString> m_known; ///< places that were seen
    QSet<QString> m_names;
};

} // namespace fireline::test
