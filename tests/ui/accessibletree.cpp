// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"

#include "storyhand.h"

#include <QApplication>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

using Node = QAccessibleInterface *;

/// Desktops give the keyboard back to the window when a menu closes. The platform of tests does not.
void returnToWindow()
{
    const QWidget *active = QApplication::activeWindow();
    if (QApplication::activePopupWidget() || (active && active->isVisible() && active->windowType() != Qt::Popup))
        return;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && (window->windowType() == Qt::Window || window->windowType() == Qt::Dialog)) {
            window->activateWindow();
            (void)QTest::qWaitFor([&] { return QApplication::activeWindow() == window; });
        }
    }
}

} // namespace

Node activeWindowNode()
{
    returnToWindow();
    return QApplication::activeWindow() ? QAccessible::queryAccessibleInterface(QApplication::activeWindow()) : nullptr;
}

Node focusedNode()
{
    returnToWindow();
    QObject *focus = QGuiApplication::focusObject();
    return focus ? QAccessible::queryAccessibleInterface(focus) : nullptr;
}

Node popupNode()
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    return menu ? QAccessible::queryAccessibleInterface(menu) : nullptr;
}

Node placeOf(Node node)
{
    while (node && node->role() != QAccessible::Window && node->role() != QAccessible::Dialog)
        node = node->parent();
    return node ? node : activeWindowNode();
}

bool isInSight(Node node)
{
    return node && node->isValid() && !node->state().invisible;
}

QString idOf(Node node)
{
    return node && node->object() ? node->object()->objectName() : QString();
}

bool hasId(Node node, const QString &id)
{
    const QString whole = idOf(node);
    return whole == id || whole.endsWith(u'-' + id) || whole.endsWith(u'_' + id);
}

bool isNamed(Node node, const QString &name)
{
    return hasId(node, name) || node->text(QAccessible::Name).contains(name, Qt::CaseInsensitive);
}

QString whatIs(Node node)
{
    return node ? u"%1 %2 “%3”"_s.arg(int(node->role())).arg(idOf(node), node->text(QAccessible::Name)) : u"nothing"_s;
}

void visitNodes(Node root, const std::function<bool(Node)> &visit)
{
    if (!isInSight(root) || !visit(root))
        return;
    for (int i = 0; i < root->childCount(); ++i)
        visitNodes(root->child(i), visit);
}

Node findNode(Node root, const std::function<bool(Node)> &fits)
{
    Node found = nullptr;
    visitNodes(root, [&](Node node) {
        if (!found && fits(node))
            found = node;
        return !found;
    });
    return found;
}

QStringList textsOf(Node root)
{
    QStringList texts;
    visitNodes(root, [&](Node node) {
        for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value}) {
            if (const QString text = readable(node->text(kind)); !text.isEmpty())
                texts.append(text);
        }
        if (QAccessibleTextInterface *words = node->textInterface(); words && words->characterCount() > 0)
            texts.append(readable(words->text(0, words->characterCount())));
        return true;
    });
    texts.removeDuplicates();
    return texts;
}

QString namesIn(Node root)
{
    QStringList names;
    visitNodes(root, [&](Node node) {
        if (node->state().focusable)
            names.append(whatIs(node));
        return !node->tableInterface();
    });
    return names.join(u"\n  "_s);
}

} // namespace fireline::test
