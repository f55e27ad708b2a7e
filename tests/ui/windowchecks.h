// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

class QPoint;
class QWidget;

/// What can be asked of any window that stands on a screen (ux 5.2, items 4 to 6, 8 and 9). Every answer is a list of faults,
/// one line each, empty where all is well. GUI thread; the window is shown and active.
namespace fireline::test {

/// How a widget is named in a fault: its class, its object name, and the names of what it is in.
[[nodiscard]] QString placeOf(const QWidget *widget);

/// Whether something else stands in front of that widget there (in the window's own places): the palette, a list of completions, the
/// field a row is edited in.
[[nodiscard]] bool isCovered(const QWidget *window, const QWidget *widget, const QPoint &at);

/// What takes the focus and tells a screen reader no name, or has a role that says nothing; "role object “name”" of all others go to
/// `seen`, in the order of the tree.
[[nodiscard]] QStringList namelessFocusables(QWidget *root, QStringList *seen = nullptr);

/// One stop of a walk by the Tab key.
struct TabStop
{
    QWidget *widget = nullptr;
    QString place;
};

/// Presses Tab (or Shift+Tab) from where the focus is until it is back there, or `most` times. `faults` takes stops that cannot
/// be seen and a walk that never returns.
[[nodiscard]] QList<TabStop> tabWalk(QWidget *window, bool backwards, int most, QStringList *faults);

/// Stops of a walk whose order is not that in which they stand: within one panel from top to bottom, and along a line in the
/// direction of reading. `regions` are object names of parts that stand on their own beside docks and bars.
[[nodiscard]] QStringList disorderedStops(const QList<TabStop> &stops, const QStringList &regions = {});

/// Actions, buttons and fields that lack what people need to know of them: a text or icon, a tooltip, and for an action of a
/// menu the line for the status bar.
[[nodiscard]] QStringList untoldControls(QWidget *window);

/// Texts that do not fit into their widget: labels, buttons, tabs, headers, fields. An elided text is allowed where the tooltip
/// tells it whole.
[[nodiscard]] QStringList clippedTexts(QWidget *root);

/// The first plain English word of three letters or more in a text that does not begin with "["; empty where there is none.
[[nodiscard]] QString plainWord(QString text, const QSet<QString> &data);

/// The same wherever it stands, also behind or among words of the pseudo-language: a text that was put together, or an id in place of
/// a name. What is typed ("/claim", "@bo", "#A1", "Ctrl+K", "key=") is the same everywhere.
[[nodiscard]] QString plainWordWithin(QString text, const QSet<QString> &data);

/// Texts that can be read in the window and have such a word. `data` are words that come from the incident and are nobody's to
/// translate.
using PlainWord = QString (*)(QString text, const QSet<QString> &data);
[[nodiscard]] QStringList untranslatedTexts(QWidget *root, const QSet<QString> &data, PlainWord find = plainWord);

/// Labels, buttons and chips whose text has less contrast with what is behind it than 4.5, by their pixels. Where one
/// is scrolled away in part, it counts while as much as a line of it is seen.
[[nodiscard]] QStringList paleTexts(QWidget *window);

/// Widgets that lie outside the window, and siblings in a layout that cover each other.
[[nodiscard]] QStringList misplaced(QWidget *window);

/// Lists that have rows and no room for one of them. What is scrolled out of sight has its room there.
[[nodiscard]] QStringList squeezedLists(QWidget *window);

} // namespace fireline::test
