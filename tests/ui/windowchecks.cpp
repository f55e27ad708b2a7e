// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowchecks.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QStyle>
#include <QTabBar>
#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

// Roles that tell a screen reader nothing about what a thing does.
bool saysNothing(QAccessible::Role role)
{
    return role == QAccessible::NoRole || role == QAccessible::Client || role == QAccessible::Pane;
}

void walk(QAccessibleInterface *node, QStringList &faults, QStringList *seen)
{
    if (!node || !node->isValid() || node->state().invisible)
        return;
    const auto *widget = qobject_cast<QWidget *>(node->object());
    if (widget && !widget->isVisible())
        return;
    if (widget && node->state().focusable && widget->focusPolicy() != Qt::NoFocus) {
        const QString name = node->text(QAccessible::Name);
        if (name.trimmed().isEmpty())
            faults.append(u"no name: %1"_s.arg(placeOf(widget)));
        if (saysNothing(node->role()))
            faults.append(u"role %1 says nothing: %2"_s.arg(int(node->role())).arg(placeOf(widget)));
        if (seen)
            seen->append(u"%1 %2"_s.arg(int(node->role())).arg(widget->objectName()));
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
           && widget->window()->rect().contains(widget->mapTo(widget->window(), widget->rect().center()));
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

bool tellsWhole(const QWidget *widget)
{
    return !widget->toolTip().isEmpty();
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
        if (bar->isTabVisible(tab) && wanted > bar->tabRect(tab).width() && bar->tabToolTip(tab).isEmpty())
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
        if (!stops.isEmpty() && stops.last().widget == now)
            faults->append(u"Tab is trapped: %1"_s.arg(placeOf(now)));
        if (!isSeen(now))
            faults->append(u"has the focus and cannot be seen: %1"_s.arg(placeOf(now)));
        stops.append({now, placeOf(now)});
    }
    faults->append(u"after %1 stops the walk is not back at %2"_s.arg(most).arg(placeOf(start)));
    return stops;
}

QStringList clippedTexts(QWidget *root)
{
    QStringList faults;
    for (QLabel *label : seenIn<QLabel>(root)) {
        if (!labelFits(label) && !tellsWhole(label))
            faults.append(u"\"%1\" is cut off: %2"_s.arg(plain(label->text()), placeOf(label)));
    }
    for (QAbstractButton *button : seenIn<QAbstractButton>(root)) {
        if (!button->text().isEmpty() && button->sizeHint().width() > button->width() + 1 && !tellsWhole(button))
            faults.append(u"\"%1\" is cut off: %2"_s.arg(button->text(), placeOf(button)));
    }
    for (QComboBox *box : seenIn<QComboBox>(root)) {
        if (box->minimumSizeHint().width() > box->width() + 1 && !tellsWhole(box))
            faults.append(u"choices are cut off: %1"_s.arg(placeOf(box)));
    }
    for (QLineEdit *edit : seenIn<QLineEdit>(root)) {
        if (edit->text().isEmpty() && edit->fontMetrics().horizontalAdvance(edit->placeholderText()) > edit->width()
            && !tellsWhole(edit))
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

} // namespace fireline::test
