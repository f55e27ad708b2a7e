// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QModelIndex>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>

class QAbstractItemView;

namespace fireline::test {

/// The hands and eyes of somebody with a keyboard alone: keys go to the window that has the focus, as the platform sends them,
/// and only what is painted or spoken is read. The first thing that does not go as wanted is kept; all later keys are held
/// back. GUI thread.
class StoryHand
{
public:
    [[nodiscard]] const QString &fault() const { return m_fault; }
    [[nodiscard]] bool ok() const { return m_fault.isEmpty(); }
    void fail(const QString &why);

    void press(const QKeySequence &keys, int times = 1);
    void type(const QString &text);
    /// Tab (or Shift+Tab) until the control has the focus whose name contains this, or whose buddy label does.
    void tabTo(const QString &name, const QKeySequence &by = Qt::Key_Tab);
    /// Tab to that button, then Space.
    void button(const QString &name);
    /// Tab to that control, then its value: a text, one of the choices, yes or no.
    void fill(const QString &name, const QString &value);
    /// Ctrl+K, the name of a command, Return.
    void command(const QString &name);
    /// The same, to a panel; the keyboard is in it then.
    void panel(const QString &title);
    /// Arrow keys to the row that says this, in the list with the focus.
    void row(const QString &text);
    /// Into quick entry, and Return.
    void entry(const QString &line);
    /// The same where something put the beginning of a line there already.
    void typeEntry(const QString &rest);
    /// Return, or Ctrl+Return in a text of several lines: the form with the focus is gone then.
    void sendForm();

    /// The keyboard is where it says.
    void isAt(const QString &name);
    /// What can be read where the keyboard is: in its panel or window.
    void see(const QString &text);
    void doNotSee(const QString &text);
    /// Whether it is to be seen now.
    [[nodiscard]] bool reads(const QString &text) const;
    /// In the whole window: strip, messages, timeline, whatever is in sight.
    void seeInWindow(const QString &text);
    void strip(const QString &text);
    /// Waits for it, and says what there was instead.
    void until(const std::function<bool()> &condition, const std::function<QString()> &instead);

private:
    [[nodiscard]] QAbstractItemView *listWithFocus() const;
    [[nodiscard]] bool walkTo(QAbstractItemView *list, const QString &text, bool opening);
    void choose(const QString &value);

    QString m_fault;
    QStringList m_passed; ///< rows, on the way to the one that is wanted
};

/// Everything that can be read of a widget and what is in it, a line each: labels, rows, texts of fields, names of controls.
[[nodiscard]] QStringList textsIn(const QWidget *widget);
/// What a row says: to the eye in all its columns, and to who hears it.
[[nodiscard]] QString rowText(const QModelIndex &index);
/// The panel that the focus is in; its window where it is in none.
[[nodiscard]] QWidget *placeOfFocus();

} // namespace fireline::test
