// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessiblehand.h"
#include "accessibletree.h"

using namespace Qt::StringLiterals;

// Rows, menus and the list of all commands.
namespace fireline::test {

namespace {

using Node = QAccessibleInterface *;

const QString &pressing()
{
    return QAccessibleActionInterface::pressAction();
}

const QString &unfolding()
{
    return QAccessibleActionInterface::showMenuAction();
}

QString rowText(Node list, int row)
{
    QStringList parts;
    for (int column = 0; column < list->tableInterface()->columnCount(); ++column) {
        const Node cell = list->tableInterface()->cellAt(row, column);
        const QString text = cell ? readable(cell->text(QAccessible::Name)) : QString();
        if (!text.isEmpty() && !parts.contains(text))
            parts.append(text);
    }
    return parts.join(u" | "_s);
}

QList<Node> listsIn(Node place)
{
    QList<Node> lists;
    visitNodes(place, [&](Node node) {
        if (node->tableInterface())
            lists.append(node);
        return true;
    });
    return lists;
}

/// The line of a menu that says this. What is in a menu is out of sight until the menu opens.
Node itemIn(Node menu, const QString &name)
{
    for (int i = 0; menu && i < menu->childCount(); ++i) {
        const Node item = menu->child(i);
        if (item && item->role() == QAccessible::MenuItem && item->text(QAccessible::Name).contains(name, Qt::CaseInsensitive))
            return item;
    }
    return nullptr;
}

} // namespace

void AccessibleHand::command(const QString &name, const QKeySequence &)
{
    const Node bar = findNode(activeWindowNode(), [](Node node) { return node->role() == QAccessible::MenuBar; });
    for (int i = 0; ok() && bar && i < bar->childCount(); ++i) {
        const Node top = bar->child(i);
        if (!itemIn(top->child(0), name))
            continue;
        act(top, unfolding()); // what can be done now is asked for when a menu opens
        const Node item = itemIn(top->child(0), name);
        if (ok() && (!isInSight(item) || item->state().disabled))
            return fail(u"“%1” cannot be done now: %2"_s.arg(name, item ? item->text(QAccessible::Description) : QString()));
        return act(item, pressing());
    }
    if (ok())
        palette(name);
}

void AccessibleHand::palette(const QString &name)
{
    const auto isPalette = [](Node node) { return node && idOf(node).startsWith("palette"_L1); };
    const QString opens = u"Find a command"_s;
    if (name == opens)
        return fail(u"no menu of %2 offers “%1”"_s.arg(name, whatIs(activeWindowNode())));
    command(opens);
    until([&] { return isPalette(focusedNode()); },
          [&] { return u"no palette opens, the focus is on %1"_s.arg(whatIs(focusedNode())); });
    write(focusedNode(), name);
    const auto best = [&]() -> Node {
        for (const Node list : listsIn(focusedNode() ? focusedNode()->parent() : nullptr)) {
            for (int row = 0; row < list->tableInterface()->rowCount(); ++row) {
                if (rowText(list, row).contains(name, Qt::CaseInsensitive))
                    return list->tableInterface()->cellAt(row, 0);
            }
        }
        return nullptr;
    };
    until([&] { return best() != nullptr; }, [&] { return u"neither menus nor palette offer “%1”"_s.arg(name); });
    act(best(), pressing());
    until([&] { return !isPalette(focusedNode()); }, [&] { return u"“%1” cannot be done now"_s.arg(name); });
}

void AccessibleHand::panel(const QString &title)
{
    m_row = 0;
    const auto isThere = [&] {
        const Node place = placeOf(focusedNode());
        return place && place != activeWindowNode() && place->text(QAccessible::Name).contains(title, Qt::CaseInsensitive);
    };
    if (isThere() && focusedNode()->tableInterface())
        return;
    command(u"panel "_s + title);
    until(isThere, [&] { return u"the keyboard is not in %1 but on %2"_s.arg(title, whatIs(focusedNode())); });
}

AccessibleHand::Node AccessibleHand::currentRow() const
{
    const Node row = m_row != 0 && m_list ? QAccessible::accessibleInterface(m_row) : nullptr;
    return row && row->isValid() ? row : nullptr;
}

bool AccessibleHand::findRow(Node list, const QString &text)
{
    for (int row = 0; row < list->tableInterface()->rowCount(); ++row) {
        const Node cell = list->tableInterface()->cellAt(row, 0);
        if (!cell || !cell->state().selectable || !rowText(list, row).contains(text, Qt::CaseInsensitive))
            continue;
        m_list = list->object();
        m_row = QAccessible::uniqueId(cell);
        act(cell, QAccessibleActionInterface::setFocusAction());
        return true;
    }
    return false;
}

bool AccessibleHand::unfold(Node list)
{
    for (int row = 0; row < list->tableInterface()->rowCount(); ++row) {
        const Node cell = list->tableInterface()->cellAt(row, 0);
        if (cell && cell->state().collapsed) {
            act(cell, QAccessibleActionInterface::toggleAction());
            return true;
        }
    }
    return false;
}

void AccessibleHand::lookCloser()
{
    for (const Node list : listsIn(placeOf(focusedNode()))) {
        while (ok() && unfold(list)) { }
    }
}

void AccessibleHand::row(const QString &text)
{
    if (!ok())
        return;
    const Node at = focusedNode();
    const QList<Node> lists = at && at->tableInterface() ? QList<Node>{at} : listsIn(placeOf(at));
    for (const Node list : lists) {
        do {
            if (findRow(list, text))
                return;
        } while (ok() && unfold(list));
    }
    QStringList rows;
    for (const Node list : lists) {
        for (int row = 0; row < list->tableInterface()->rowCount(); ++row)
            rows.append(rowText(list, row));
    }
    fail(u"no row says “%1”:\n  %2"_s.arg(text, rows.join(u"\n  "_s)));
}

void AccessibleHand::open()
{
    if (ok() && !currentRow())
        return fail(u"the row is gone"_s);
    act(currentRow(), pressing());
}

void AccessibleHand::deed(const QString &words, const QKeySequence &key)
{
    if (!ok() || !currentRow())
        return command(words, key);
    act(currentRow(), unfolding());
    const Node menu = popupNode();
    if (ok() && !menu)
        return fail(u"%1 has no menu"_s.arg(whatIs(currentRow())));
    const Node item = itemIn(menu, words);
    if (ok() && (!isInSight(item) || item->state().disabled))
        return fail(u"the menu of the row does not offer “%1” now:\n  %2"_s.arg(words, textsOf(menu).join(u"\n  "_s)));
    act(item, pressing());
    until([] { return popupNode() == nullptr; }, [] { return u"the menu stays open"_s; });
}

// Whoever leaves the field has answered.
void AccessibleHand::answerInRow(const QString &text)
{
    write(focusedNode(), text);
    if (m_list)
        act(QAccessible::queryAccessibleInterface(m_list), QAccessibleActionInterface::setFocusAction());
}

} // namespace fireline::test
