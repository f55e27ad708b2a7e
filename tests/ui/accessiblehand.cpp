// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessiblehand.h"

#include "accessibletree.h"
#include "hearing.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace fireline::test {

QStringList AccessibleHand::here() const
{
    return textsOf(placeOf(focusedNode()));
}

QStringList AccessibleHand::everywhere() const
{
    return textsOf(activeWindowNode());
}

QStringList AccessibleHand::cells() const
{
    const Node strip = findNode(activeWindowNode(), [](Node node) { return isNamed(node, u"strip"_s); });
    return strip ? textsOf(strip) : QStringList();
}

AccessibleHand::Node AccessibleHand::control(const QString &name)
{
    Node found = nullptr;
    const auto isControl = [](Node node) { return node->state().focusable && !node->tableCellInterface(); };
    const auto byId = [&](Node node) { return isControl(node) && hasId(node, name); };
    const auto byName = [&](Node node) { return isControl(node) && isNamed(node, name); };
    until(
        [&] {
            for (const Node place : {placeOf(focusedNode()), activeWindowNode()}) {
                found = found ? found : findNode(place, byId);
                found = found ? found : findNode(place, byName);
            }
            return found != nullptr;
        },
        [&] { return u"nothing that can be worked is called “%1”, only:\n  %2"_s.arg(name, namesIn(activeWindowNode())); });
    if (found && found->text(QAccessible::Name).isEmpty())
        fail(u"“%1” has no name"_s.arg(name));
    return ok() ? found : nullptr;
}

void AccessibleHand::act(Node node, const QString &action)
{
    if (!ok() || !node)
        return;
    QAccessibleActionInterface *actions = node->actionInterface();
    if (!actions || !actions->actionNames().contains(action))
        return fail(u"%1 offers no %2 but: %3"_s.arg(whatIs(node), action,
                                                     actions ? actions->actionNames().join(u", "_s) : u"no actions at all"_s));
    actions->doAction(action);
}

// It clicks a moment later, as a button does that is seen to go down.
void AccessibleHand::press(Node button)
{
    if (!ok() || !button)
        return;
    const QPointer<QObject> object = button->object();
    const bool toggles = button->actionInterface()
                         && button->actionInterface()->actionNames().contains(QAccessibleActionInterface::toggleAction());
    act(button, toggles ? QAccessibleActionInterface::toggleAction() : QAccessibleActionInterface::pressAction());
    until([&] { return !object || !QAccessible::queryAccessibleInterface(object)->state().pressed; },
          [&] { return u"a button stays down"_s; });
}

void AccessibleHand::button(const QString &name)
{
    press(control(name));
}

void AccessibleHand::go(const QString &name, bool)
{
    act(control(name), QAccessibleActionInterface::setFocusAction());
}

void AccessibleHand::write(Node field, const QString &text)
{
    if (!ok() || !field)
        return;
    QAccessibleEditableTextInterface *edit = field->editableTextInterface();
    QAccessibleTextInterface *words = field->textInterface();
    if (!edit || !words)
        return fail(u"%1 takes no text"_s.arg(whatIs(field)));
    edit->replaceText(0, words->characterCount(), text);
}

// The list of choices is unfolded, and one of them pressed.
void AccessibleHand::choose(Node box, const QString &value)
{
    act(box, QAccessibleActionInterface::showMenuAction());
    const Node list = box ? box->child(0) : nullptr;
    if (!ok() || !list)
        return;
    Node wanted = nullptr;
    QStringList offered;
    for (int i = 0; i < list->childCount(); ++i) {
        const QString text = readable(list->child(i)->text(QAccessible::Name));
        offered.append(text);
        const bool is = text.compare(value, Qt::CaseInsensitive) == 0;
        if (is || (!wanted && text.contains(value, Qt::CaseInsensitive)))
            wanted = list->child(i);
    }
    if (!wanted)
        return fail(u"“%1” is not among %2"_s.arg(value, offered.join(u", "_s)));
    const QString text = wanted->text(QAccessible::Name);
    act(wanted, QAccessibleActionInterface::pressAction());
    until([&] { return box->text(QAccessible::Value) == text; },
          [&] { return u"“%1” is chosen, and “%2” stands there"_s.arg(text, box->text(QAccessible::Value)); });
}

void AccessibleHand::fill(const QString &name, const QString &value, bool)
{
    const Node field = control(name);
    if (!ok() || !field)
        return;
    act(field, QAccessibleActionInterface::setFocusAction());
    if (field->role() == QAccessible::CheckBox) {
        if (field->state().checked != (value == "yes"_L1))
            act(field, QAccessibleActionInterface::toggleAction());
    } else if (field->role() == QAccessible::ComboBox && !field->state().editable) {
        choose(field, value);
    } else if (QAccessibleValueInterface *number = field->valueInterface()) {
        number->setCurrentValue(value.toInt());
    } else {
        write(field, value);
    }
}

void AccessibleHand::append(const QString &text)
{
    const Node field = focusedNode();
    if (!ok())
        return;
    if (!field || !field->editableTextInterface())
        return fail(u"there is no text to go on with at %1"_s.arg(whatIs(field)));
    field->editableTextInterface()->insertText(field->textInterface()->characterCount(), text);
}

void AccessibleHand::sendForm()
{
    const auto sends = [](Node node) { return node->role() == QAccessible::Button && idOf(node).endsWith("Send"_L1); };
    Node form = focusedNode();
    Node button = nullptr;
    for (; form && form->role() != QAccessible::Window && !button; form = button ? form : form->parent())
        button = findNode(form, sends);
    if (!button)
        return fail(u"the focus is in no form but on %1"_s.arg(whatIs(focusedNode())));
    const QPointer<QObject> object = button->object();
    const QPointer<QObject> whole = form ? form->object() : nullptr;
    press(button);
    until([&] { return !object || !isInSight(QAccessible::queryAccessibleInterface(object)); },
          [&] { return u"the form stays:\n  "_s + textsOf(QAccessible::queryAccessibleInterface(whole)).join(u"\n  "_s); });
}

void AccessibleHand::isAt(const QString &name)
{
    until([&] { return focusedNode() && isNamed(focusedNode(), name); },
          [&] { return u"the keyboard is not at %1 but at %2"_s.arg(name, whatIs(focusedNode())); });
}

void AccessibleHand::declare(const QString &title, const QString &process, int severity)
{
    fill(u"startTitle"_s, title);
    fill(u"startProcess"_s, process);
    Node chosen = nullptr;
    for (int number = severity == 0 ? 1 : severity; number <= (severity == 0 ? 9 : severity); ++number) {
        const Node one = findNode(activeWindowNode(), [&](Node node) { return idOf(node) == u"startSeverity%1"_s.arg(number); });
        chosen = one ? one : chosen;
    }
    if (!chosen)
        return fail(u"there is no such severity among:\n  %1"_s.arg(namesIn(activeWindowNode())));
    press(chosen);
}

void AccessibleHand::entry(const QString &line)
{
    go(u"entry.field"_s);
    typeEntry(line);
}

void AccessibleHand::typeEntry(const QString &rest)
{
    isAt(u"entry.field"_s);
    append(rest);
    command(u"Record the line of quick entry"_s);
    const auto line = [] {
        const Node field = findNode(activeWindowNode(), [](Node node) { return isNamed(node, u"entry.field"_s); });
        return field ? field->textInterface()->text(0, field->textInterface()->characterCount()) : u"no field"_s;
    };
    until([&] { return line().isEmpty(); },
          [&] {
              return u"quick entry keeps “%1”:\n  %2"_s.arg(line(),
                                                            heard().mid(std::max(0, int(heard().size()) - 5)).join(u"\n  "_s));
          });
}

} // namespace fireline::test
