// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowchecks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QStyle>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolBar>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

// Roles that tell a screen reader nothing about what a thing does.
bool saysNothing(QAccessible::Role role)
{
    return role == QAccessible::NoRole || role == QAccessible::Client || role == QAccessible::Pane;
}

// What counts or tells a time is another the next time.
QString withoutNumbers(QString name)
{
    static const QRegularExpression number(u"\\d[\\d:.]*"_s);
    return name.simplified().replace(number, u"0"_s);
}

void walk(QAccessibleInterface *node, QStringList &faults, QStringList *seen)
{
    if (!node || !node->isValid() || node->state().invisible)
        return;
    const auto *widget = qobject_cast<QWidget *>(node->object());
    if (widget && !widget->isVisible())
        return;
    if (widget && node->state().focusable && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy()) {
        const QString name = node->text(QAccessible::Name);
        if (name.trimmed().isEmpty())
            faults.append(u"no name: %1"_s.arg(placeOf(widget)));
        if (saysNothing(node->role()))
            faults.append(u"role %1 says nothing: %2"_s.arg(int(node->role())).arg(placeOf(widget)));
        if (seen)
            seen->append(u"%1 %2 “%3”"_s.arg(int(node->role())).arg(widget->objectName(), withoutNumbers(name)));
    }
    // Rows are asked by the models' own tests; there may be a hundred thousand.
    if (node->tableInterface())
        return;
    for (int child = 0; child < node->childCount(); ++child)
        walk(node->child(child), faults, seen);
}

bool isSeen(const QWidget *widget)
{
    return widget->isVisible() && !widget->visibleRegion().isEmpty()
           && widget->window()->rect().contains(widget->mapTo(widget->window(), widget->rect().center()))
           && widget->screen()->geometry().contains(widget->mapToGlobal(widget->rect().center()));
}

// Qt's own parts of a widget are Qt's to name.
bool isInner(const QWidget *widget)
{
    if (widget->objectName().startsWith("qt_"_L1))
        return true;
    for (const QWidget *one = widget->parentWidget(); one; one = one->parentWidget()) {
        if (qobject_cast<const QTabBar *>(one) || qobject_cast<const QHeaderView *>(one) || qobject_cast<const QComboBox *>(one)
            || qobject_cast<const QAbstractSpinBox *>(one) || qobject_cast<const QLineEdit *>(one))
            return true;
    }
    return false;
}

// The panel, bar, page beside another or part of the middle that a widget stands in.
const QWidget *regionOf(const QWidget *widget, const QStringList &regions)
{
    const QWidget *one = widget;
    while (one->parentWidget() && !one->isWindow() && !qobject_cast<const QDockWidget *>(one)
           && !qobject_cast<const QToolBar *>(one) && !qobject_cast<const QStatusBar *>(one)
           && !qobject_cast<const QMenuBar *>(one) && !qobject_cast<const QTabBar *>(one)
           && !qobject_cast<const QSplitter *>(one->parentWidget()) && !regions.contains(one->objectName()))
        one = one->parentWidget();
    return one;
}

template<typename Widget>
QList<Widget *> seenIn(QWidget *root)
{
    QList<Widget *> found = root->findChildren<Widget *>();
    if (auto *self = qobject_cast<Widget *>(root))
        found.prepend(self);
    found.removeIf([](const Widget *one) { return !one->isVisible() || one->visibleRegion().isEmpty(); });
    return found;
}

QString plain(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

// A tooltip that says something else does not tell what is cut off.
bool tellsWhole(const QWidget *widget, const QString &text)
{
    return plain(widget->toolTip()).simplified().contains(plain(text).remove(u'&').simplified(), Qt::CaseInsensitive);
}

bool labelFits(const QLabel *label)
{
    if (label->text().isEmpty() || !label->pixmap(Qt::ReturnByValue).isNull())
        return true;
    if (label->wordWrap())
        return label->heightForWidth(label->width()) <= label->height() + 1;
    return label->sizeHint().width() <= label->width() + 1 && label->sizeHint().height() <= label->height() + 1;
}

QStringList clippedTabs(QTabBar *bar)
{
    QStringList faults;
    for (int tab = 0; tab < bar->count(); ++tab) {
        const int wanted = bar->fontMetrics().horizontalAdvance(bar->tabText(tab));
        // An icon may stand for what is not in front; the beginning of a word tells nobody what it is of.
        const bool told = !bar->tabToolTip(tab).isEmpty() && !bar->tabIcon(tab).isNull() && bar->currentIndex() != tab;
        if (bar->isTabVisible(tab) && wanted > bar->tabRect(tab).width() && !told)
            faults.append(u"tab \"%1\" is cut off: %2"_s.arg(bar->tabText(tab), placeOf(bar)));
    }
    return faults;
}

QStringList clippedHeaders(QHeaderView *header)
{
    QStringList faults;
    if (header->orientation() != Qt::Horizontal || !header->model())
        return faults;
    for (int section = 0; section < header->count(); ++section) {
        const QAbstractItemModel *model = header->model();
        if (!header->isSectionHidden(section) && header->sectionSizeHint(section) > header->sectionSize(section) + 1
            && model->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty())
            faults.append(u"header %1 is cut off: %2"_s.arg(section).arg(placeOf(header)));
    }
    return faults;
}

} // namespace

QString placeOf(const QWidget *widget)
{
    QStringList names;
    for (const QWidget *one = widget; one && names.size() < 5; one = one->parentWidget()) {
        const QString name = one->objectName();
        names.prepend(one == widget || !name.startsWith("qt_"_L1)
                          ? QString::fromLatin1(one->metaObject()->className()).section(u':', -1)
                                + (name.isEmpty() ? QString() : u'#' + name)
                          : name);
    }
    return names.join(" > "_L1);
}

bool isCovered(const QWidget *window, const QWidget *widget, const QPoint &at)
{
    const auto hides = [](const QWidget *one) {
        return one->autoFillBackground() || one->testAttribute(Qt::WA_OpaquePaintEvent) || qobject_cast<const QLineEdit *>(one)
               || qobject_cast<const QAbstractButton *>(one) || qobject_cast<const QAbstractScrollArea *>(one);
    };
    const QWidget *top = window->childAt(at);
    for (const QWidget *one = top; widget && one && one != widget && !one->isAncestorOf(widget); one = one->parentWidget()) {
        if (hides(one))
            return true;
    }
    return false;
}

QStringList namelessFocusables(QWidget *root, QStringList *seen)
{
    QStringList faults;
    walk(QAccessible::queryAccessibleInterface(root), faults, seen);
    return faults;
}

QList<TabStop> tabWalk(QWidget *window, bool backwards, int most, QStringList *faults)
{
    QList<TabStop> stops;
    QWidget *start = QApplication::focusWidget();
    if (!start) {
        faults->append(u"nothing has the focus"_s);
        return stops;
    }
    for (int pressed = 0; pressed < most; ++pressed) {
        QTest::keyClick(QApplication::focusWidget(), backwards ? Qt::Key_Backtab : Qt::Key_Tab,
                        backwards ? Qt::ShiftModifier : Qt::NoModifier);
        QWidget *now = QApplication::focusWidget();
        if (!now || now->window() != window) {
            faults->append(u"the focus leaves the window after %1"_s.arg(stops.isEmpty() ? placeOf(start) : stops.last().place));
            return stops;
        }
        if (now == start)
            return stops;
        // A page stops at each of its links.
        if (!stops.isEmpty() && stops.last().widget == now && !qobject_cast<const QTextBrowser *>(now))
            faults->append(u"Tab is trapped: %1"_s.arg(placeOf(now)));
        if (!isSeen(now))
            faults->append(u"has the focus and cannot be seen: %1"_s.arg(placeOf(now)));
        stops.append({now, placeOf(now)});
    }
    faults->append(u"after %1 stops the walk is not back at %2"_s.arg(most).arg(placeOf(start)));
    return stops;
}

QStringList disorderedStops(const QList<TabStop> &stops, const QStringList &regions)
{
    QStringList faults;
    for (qsizetype i = 1; i < stops.size(); ++i) {
        const QWidget *one = stops.at(i - 1).widget;
        const QWidget *next = stops.at(i).widget;
        if (regionOf(one, regions) != regionOf(next, regions) || one->isAncestorOf(next) || next->isAncestorOf(one))
            continue;
        const QRect before(one->mapTo(one->window(), QPoint()), one->size());
        const QRect after(next->mapTo(next->window(), QPoint()), next->size());
        const bool onALine = std::min(before.bottom(), after.bottom()) - std::max(before.top(), after.top())
                             > std::min(before.height(), after.height()) / 2;
        const bool back = QGuiApplication::isRightToLeft() ? after.right() > before.right() : after.left() < before.left();
        if (after.bottom() <= before.top() || (onALine && back))
            faults.append(u"%1 comes after %2 and stands before it"_s.arg(stops.at(i).place, stops.at(i - 1).place));
    }
    return faults;
}

QStringList untoldControls(QWidget *window)
{
    QStringList faults;
    const auto isNowhere = [](const QAction *action) {
        // What would show and hide a bar that nobody can hide.
        const auto *bar = qobject_cast<const QToolBar *>(action->parent());
        return bar && bar->toggleViewAction() == action && action->associatedObjects().isEmpty();
    };
    for (const QAction *action : window->findChildren<QAction *>()) {
        const auto *owner = qobject_cast<const QWidget *>(action->parent());
        if (action->isSeparator() || action->menu() || qobject_cast<const QWidgetAction *>(action) || isNowhere(action)
            || !action->isVisible() || action->objectName().startsWith("_q_"_L1)
            || (owner && (owner->inherits("QLineEdit") || owner->inherits("QDockWidget") || isInner(owner))))
            continue;
        if ((action->text().isEmpty() && action->icon().isNull()) || action->toolTip().isEmpty() || action->statusTip().isEmpty())
            faults.append(u"action %1 \"%2\" of %3 lacks a text, tooltip or status tip"_s.arg(
                action->objectName(), action->text(),
                owner ? placeOf(owner) : QString::fromLatin1(action->parent()->metaObject()->className())));
    }
    for (QAbstractButton *button : seenIn<QAbstractButton>(window)) {
        if (!isInner(button) && button->text().isEmpty() && button->icon().isNull() && button->accessibleName().isEmpty())
            faults.append(u"neither text nor icon: %1"_s.arg(placeOf(button)));
    }
    for (QWidget *widget : seenIn<QWidget>(window)) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() || widget->isWindow() || isInner(widget))
            continue;
        if (widget->toolTip().isEmpty() && !qobject_cast<QTabBar *>(widget))
            faults.append(u"no tooltip: %1"_s.arg(placeOf(widget)));
        if (widget->objectName().isEmpty())
            faults.append(u"no object name: %1"_s.arg(placeOf(widget)));
    }
    return faults;
}

QStringList clippedTexts(QWidget *root)
{
    QStringList faults;
    for (QLabel *label : seenIn<QLabel>(root)) {
        if (!labelFits(label) && !tellsWhole(label, label->text()))
            faults.append(u"\"%1\" is cut off: %2"_s.arg(plain(label->text()), placeOf(label)));
    }
    for (QAbstractButton *button : seenIn<QAbstractButton>(root)) {
        if (!button->text().isEmpty() && button->sizeHint().width() > button->width() + 1 && !tellsWhole(button, button->text()))
            faults.append(u"\"%1\" is cut off: %2"_s.arg(button->text(), placeOf(button)));
    }
    for (QComboBox *box : seenIn<QComboBox>(root)) {
        if (box->minimumSizeHint().width() > box->width() + 1 && !tellsWhole(box, box->currentText()))
            faults.append(u"choice \"%1\" is cut off: %2"_s.arg(box->currentText(), placeOf(box)));
    }
    for (QLineEdit *edit : seenIn<QLineEdit>(root)) {
        if (edit->text().isEmpty() && edit->fontMetrics().horizontalAdvance(edit->placeholderText()) > edit->width()
            && !tellsWhole(edit, edit->placeholderText()))
            faults.append(u"placeholder \"%1\" is cut off: %2"_s.arg(edit->placeholderText(), placeOf(edit)));
    }
    for (QTabBar *bar : seenIn<QTabBar>(root))
        faults += clippedTabs(bar);
    for (QHeaderView *header : seenIn<QHeaderView>(root))
        faults += clippedHeaders(header);
    return faults;
}

QStringList misplaced(QWidget *window)
{
    QStringList faults;
    const QRect whole = window->rect();
    for (QWidget *widget : seenIn<QWidget>(window)) {
        if (widget->isWindow())
            continue;
        const QRect rect(widget->mapTo(window, QPoint()), widget->size());
        // What scrolls is cut by its view, and may be larger than the window.
        bool scrolls = false;
        for (const QWidget *parent = widget->parentWidget(); parent && parent != window; parent = parent->parentWidget())
            scrolls = scrolls || qobject_cast<const QAbstractScrollArea *>(parent);
        if (!scrolls && !whole.contains(rect))
            faults.append(u"reaches out of the window by its %1x%2 at %3,%4: %5"_s.arg(rect.width())
                              .arg(rect.height())
                              .arg(rect.x())
                              .arg(rect.y())
                              .arg(placeOf(widget)));
        const QLayout *layout = widget->layout();
        for (int i = 0; layout && i < layout->count(); ++i) {
            for (int j = i + 1; j < layout->count(); ++j) {
                const QWidget *one = layout->itemAt(i)->widget();
                const QWidget *other = layout->itemAt(j)->widget();
                if (one && other && one->isVisible() && other->isVisible() && one->geometry().intersects(other->geometry()))
                    faults.append(u"covers %1: %2"_s.arg(placeOf(one), placeOf(other)));
            }
        }
    }
    return faults;
}

namespace {

/// A dock behind a tab stays visible for the toolkit, outside of the window, with the size of when it was seen last.
bool isBehindATab(const QWidget *widget, const QWidget *window)
{
    while (widget && !qobject_cast<const QDockWidget *>(widget))
        widget = widget->parentWidget();
    return widget && !widget->isWindow() && !window->rect().intersects(QRect(widget->mapTo(window, QPoint()), widget->size()));
}

} // namespace

QStringList squeezedLists(QWidget *window)
{
    QStringList faults;
    for (const QAbstractItemView *view : window->findChildren<QAbstractItemView *>()) {
        if (!view->isVisible() || isBehindATab(view, window) || qobject_cast<const QHeaderView *>(view) || !view->model()
            || view->model()->rowCount() == 0)
            continue;
        // A row may be a page of text: what shows that it goes on is enough.
        const int row = std::min(view->sizeHintForRow(0), view->fontMetrics().lineSpacing() * 3 / 2);
        if (view->viewport()->height() < row || view->viewport()->width() < 6 * view->fontMetrics().averageCharWidth())
            faults.append(u"no room for a row of %1 in %2x%3: %4"_s.arg(row)
                              .arg(view->viewport()->width())
                              .arg(view->viewport()->height())
                              .arg(placeOf(view)));
    }
    return faults;
}

} // namespace fireline::test
