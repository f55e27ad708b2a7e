// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyboardhand.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

constexpr int mostTabs = 80;
constexpr int mostRows = 400;

bool says(const QString &whole, const QString &part)
{
    return whole.contains(part, Qt::CaseInsensitive);
}

QString nameOf(const QWidget *widget)
{
    return widget ? u"%1 “%2”"_s.arg(widget->objectName(), widget->accessibleName()) : u"nothing"_s;
}

/// By what is spoken, or by the id of the question in its object's name: "statusField-tried".
bool isCalled(const QWidget &widget, const QString &name)
{
    const QString id = widget.objectName();
    return says(widget.accessibleName(), name) || id == name || id.endsWith(u'-' + name) || id.endsWith(u'_' + name);
}

QString rowText(const QModelIndex &index)
{
    QStringList parts;
    for (int column = 0; index.isValid() && column < index.model()->columnCount(index.parent()); ++column) {
        for (const int role : {int(Qt::AccessibleTextRole), int(Qt::DisplayRole)}) {
            const QString text = readable(index.siblingAtColumn(column).data(role).toString());
            if (!text.isEmpty() && !parts.contains(text))
                parts.append(text);
        }
    }
    return parts.join(u" | "_s);
}

void addRows(QStringList &texts, const QAbstractItemView &view, const QModelIndex &parent)
{
    const QAbstractItemModel *model = view.model();
    for (int row = 0; model && row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        texts.append(rowText(index));
        if (model->hasChildren(index))
            addRows(texts, view, index);
    }
}

QWidget *focus()
{
    // A list of completions belongs to the field that has it.
    QWidget *popup = QApplication::activePopupWidget();
    return qobject_cast<QMenu *>(popup) ? popup : QApplication::focusWidget();
}

QStringList textsIn(const QWidget *widget)
{
    QStringList texts;
    QList<const QWidget *> all{widget};
    for (const QWidget *child : widget->findChildren<QWidget *>())
        all.append(child);
    for (const QWidget *one : std::as_const(all)) {
        if (!one->isVisible() || !one->isVisibleTo(widget))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(one))
            texts.append(readable(label->text()));
        else if (const auto *button = qobject_cast<const QAbstractButton *>(one))
            texts.append(readable(button->text()));
        else if (const auto *line = qobject_cast<const QLineEdit *>(one))
            texts.append(line->text());
        else if (const auto *text = qobject_cast<const QPlainTextEdit *>(one))
            texts.append(text->toPlainText());
        else if (const auto *browser = qobject_cast<const QTextBrowser *>(one))
            texts.append(readable(browser->toPlainText()));
        else if (const auto *list = qobject_cast<const QAbstractItemView *>(one))
            addRows(texts, *list, {});
        if (!one->accessibleName().isEmpty())
            texts.append(readable(one->accessibleName()));
        if (one->inherits("QDockWidget") || one == widget)
            texts.append(readable(one->windowTitle()));
    }
    texts.removeAll(QString());
    return texts;
}

QWidget *placeOfFocus()
{
    for (QWidget *up = focus(); up; up = up->parentWidget()) {
        if (up->isWindow() || qobject_cast<QDockWidget *>(up))
            return up;
    }
    return QApplication::activeWindow();
}

} // namespace

void KeyboardHand::press(const QKeySequence &keys, int times)
{
    for (int time = 0; time < times && ok(); ++time) {
        QWindow *window = QApplication::focusWindow();
        if (!window)
            return fail(u"nothing has the focus"_s);
        for (int i = 0; i < keys.count(); ++i)
            QTest::keyClick(window, keys[uint(i)].key(), keys[uint(i)].keyboardModifiers());
    }
}

void KeyboardHand::type(const QString &text)
{
    for (const QChar letter : text) {
        QWindow *window = QApplication::focusWindow();
        if (!ok() || !window)
            return fail(u"nothing has the focus"_s);
        QTest::sendKeyEvent(QTest::Click, window, Qt::Key(letter.toUpper().unicode()), QString(letter), Qt::NoModifier);
    }
}

void KeyboardHand::tabTo(const QString &name, const QKeySequence &by)
{
    QStringList passed;
    for (int stop = 0; ok() && stop < mostTabs; ++stop) {
        const QWidget *at = focus();
        if (at && isCalled(*at, name))
            return;
        passed.append(nameOf(at));
        press(by);
    }
    fail(u"Tab does not come to “%1”, only to %2"_s.arg(name, passed.mid(0, 30).join(u", "_s)));
}

// Alt and a number move to that severity.
void KeyboardHand::declare(const QString &title, const QString &process, int severity)
{
    type(title);
    tabTo(u"startProcess"_s);
    choose(process);
    tabTo(u"startTitle"_s);
    for (int number = severity == 0 ? 1 : severity; number <= (severity == 0 ? 9 : severity); ++number)
        press(QKeySequence(u"Alt+%1"_s.arg(number)));
    if (severity != 0)
        isAt(u"startSeverity%1"_s.arg(severity));
    press(QKeySequence(Qt::Key_Return));
}

void KeyboardHand::button(const QString &name)
{
    tabTo(name);
    const auto *at = qobject_cast<QAbstractButton *>(focus());
    if (ok() && !at)
        fail(u"“%1” is no button"_s.arg(name));
    press(QKeySequence(Qt::Key_Space));
}

void KeyboardHand::choose(const QString &value)
{
    const auto *box = qobject_cast<QComboBox *>(focus());
    press(QKeySequence(Qt::Key_Home));
    int wanted = box->findText(value, Qt::MatchFixedString);
    if (wanted < 0)
        wanted = std::max(box->findData(value), box->findText(value, Qt::MatchContains));
    const auto chosen = [&] { return wanted >= 0 && box->currentIndex() == wanted; };
    for (int step = 0; ok() && step < box->count() && !chosen(); ++step)
        press(QKeySequence(Qt::Key_Down));
    QStringList offered;
    for (int i = 0; i < box->count(); ++i)
        offered.append(box->itemText(i));
    if (ok() && !chosen())
        fail(u"“%1” is not among %2"_s.arg(value, offered.join(u", "_s)));
}

void KeyboardHand::go(const QString &name, bool back)
{
    tabTo(name, back ? QKeySequence(u"Shift+Tab"_s) : QKeySequence(Qt::Key_Tab));
}

void KeyboardHand::fill(const QString &name, const QString &value, bool back)
{
    go(name, back);
    if (!ok())
        return;
    QWidget *at = focus();
    if (auto *box = qobject_cast<QComboBox *>(at); box && !box->isEditable())
        return choose(value);
    if (const auto *check = qobject_cast<QCheckBox *>(at)) {
        if (check->isChecked() != (value == "yes"_L1))
            press(QKeySequence(Qt::Key_Space));
        return;
    }
    press(QKeySequence(QKeySequence::SelectAll));
    type(value);
}

void KeyboardHand::command(const QString &name, const QKeySequence &key)
{
    if (!key.isEmpty())
        return press(key);
    press(QKeySequence(u"Ctrl+K"_s));
    until([] { return focus() && focus()->objectName().startsWith("palette"_L1); },
          [] { return u"Ctrl+K opens no palette, the focus is on "_s + nameOf(focus()); });
    type(name);
    const QWidget *palette = focus() ? focus()->parentWidget() : nullptr;
    const auto *list = palette ? palette->findChild<QAbstractItemView *>() : nullptr;
    until([&] { return list && says(rowText(list->currentIndex()), name); },
          [&] { return u"the palette offers “%1” for “%2”"_s.arg(list ? rowText(list->currentIndex()) : QString(), name); });
    press(QKeySequence(Qt::Key_Return));
    until([] { return !focus() || !focus()->objectName().startsWith("palette"_L1); },
          [&] { return u"“%1” cannot be done: %2"_s.arg(name, list ? rowText(list->currentIndex()) : QString()); });
}

void KeyboardHand::panel(const QString &title)
{
    const auto isThere = [&] {
        const auto *dock = qobject_cast<QDockWidget *>(placeOfFocus());
        return dock && (says(dock->windowTitle(), title) || says(dock->accessibleName(), title));
    };
    if (listWithFocus() && isThere())
        return; // the list that was worked in has the keyboard again
    command(u"panel "_s + title);
    until(isThere, [&] { return u"the keyboard is not in %1 but on %2"_s.arg(title, nameOf(focus())); });
}

QAbstractItemView *KeyboardHand::listWithFocus() const
{
    return qobject_cast<QAbstractItemView *>(focus());
}

bool KeyboardHand::walkTo(QAbstractItemView *list, const QString &text, bool opening)
{
    press(QKeySequence(Qt::Key_Home));
    auto *tree = qobject_cast<QTreeView *>(list);
    m_passed.clear();
    for (int step = 0; ok() && step < mostRows; ++step) {
        const QPersistentModelIndex at = list->currentIndex();
        m_passed.append(rowText(at));
        if (says(rowText(at), text))
            return true;
        const QModelIndex first = at.isValid() ? QModelIndex(at).siblingAtColumn(0) : QModelIndex();
        if (opening && tree && first.isValid() && tree->model()->hasChildren(first) && !tree->isExpanded(first))
            press(QKeySequence(Qt::Key_Right));
        press(QKeySequence(Qt::Key_Down));
        if (QModelIndex(at) == list->currentIndex())
            return false;
    }
    return false;
}

void KeyboardHand::row(const QString &text)
{
    QAbstractItemView *list = listWithFocus();
    if (ok() && !list)
        return fail(u"no list has the focus but "_s + nameOf(focus()));
    if (!ok() || walkTo(list, text, false) || walkTo(list, text, true))
        return;
    fail(u"no row of %1 that arrow keys come to says “%2”:\n  %3"_s.arg(list->objectName(), text, m_passed.join(u"\n  "_s)));
}

void KeyboardHand::open()
{
    press(QKeySequence(Qt::Key_Return));
}

void KeyboardHand::deed(const QString &, const QKeySequence &key)
{
    press(key);
}

void KeyboardHand::answerInRow(const QString &text)
{
    type(text);
    press(QKeySequence(Qt::Key_Return));
}

void KeyboardHand::append(const QString &text)
{
    press(QKeySequence(QKeySequence::MoveToEndOfDocument));
    type(text);
}

void KeyboardHand::entry(const QString &line)
{
    press(QKeySequence(u"Ctrl+L"_s));
    typeEntry(line);
}

void KeyboardHand::typeEntry(const QString &rest)
{
    until([] { return focus() && focus()->objectName() == "entry.field"_L1; },
          [] { return u"the keyboard is not in quick entry but on "_s + nameOf(focus()); });
    const auto *field = qobject_cast<QPlainTextEdit *>(focus());
    type(rest);
    const QString line = field ? field->toPlainText() : QString();
    press(QKeySequence(Qt::Key_Return));
    until([&] { return field && field->toPlainText().isEmpty(); },
          [&] { return u"quick entry keeps “%1”:\n  %2"_s.arg(line, textsIn(field->window()).filter(u"✕"_s).join(u"\n  "_s)); });
}

void KeyboardHand::sendForm()
{
    const QWidget *form = focus();
    while (form && !form->objectName().endsWith("Form"_L1) && !form->isWindow())
        form = form->parentWidget();
    if (!form || form->isWindow())
        return fail(u"the focus is in no form but on "_s + nameOf(focus()));
    press(QKeySequence(qobject_cast<QPlainTextEdit *>(focus()) ? u"Ctrl+Return"_s : u"Return"_s));
    until([&] { return !form->isVisible(); }, [&] { return u"the form stays:\n  "_s + textsIn(form).join(u"\n  "_s); });
}

void KeyboardHand::isAt(const QString &name)
{
    until([&] { return focus() && isCalled(*focus(), name); },
          [&] { return u"the keyboard is not at %1 but at %2"_s.arg(name, nameOf(focus())); });
}

QStringList KeyboardHand::here() const
{
    const QWidget *place = placeOfFocus();
    return place ? textsIn(place) : QStringList();
}

QStringList KeyboardHand::everywhere() const
{
    return textsIn(QApplication::activeWindow());
}

QStringList KeyboardHand::cells() const
{
    QStringList names;
    for (const QWidget *cell : QApplication::activeWindow()->findChildren<QWidget *>()) {
        if (cell->isVisible() && cell->inherits("fireline::views::CellWidget"))
            names.append(readable(cell->accessibleName()));
    }
    return names;
}

} // namespace fireline::test
