// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripdesk.h"

#include "actions/actionregistry.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "strip/strip.h"

#include <QAction>
#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using views::Message;
using views::StripCell;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StripDesk)
};

/// What Enter on a cell opens.
QString commandOf(StripCell cell)
{
    switch (cell) {
    case StripCell::Severity: return u"entry.severity"_s;
    case StripCell::Phase: return u"triage.phase"_s;
    case StripCell::Updates: return u"clocks.goToUpdate"_s;
    case StripCell::Private:
    case StripCell::Command: return u"panels.show.roles"_s;
    case StripCell::CallBacks: return u"panels.show.actions"_s;
    case StripCell::Save: return u"file.saved"_s;
    case StripCell::Drill: return u"panels.show.drill"_s;
    default: return {};
    }
}

/// What a key does about a cell from anywhere.
QString keyedCommandOf(StripCell cell)
{
    switch (cell) {
    case StripCell::Updates: return u"status.write"_s;
    case StripCell::Command: return u"handover.begin"_s;
    case StripCell::CallBacks: return u"orders.newAction"_s;
    case StripCell::Phase: return u"entry.severity"_s;
    default: return commandOf(cell);
    }
}

/// Not the action's own, in which a menu marks a letter.
QString textOf(const QString &id, const views::ActionRegistry &actions)
{
    const auto spec = std::find_if(actions.specs().begin(), actions.specs().end(),
                                   [&](const views::ActionSpec &one) { return one.id == id; });
    return spec == actions.specs().end() ? QString() : spec->text;
}

void open(StripCell cell, views::MainWindow &window)
{
    window.actions().refresh();
    QString id = commandOf(cell);
    // What waits for somebody comes before what there is to know.
    for (const QString &waiting : {u"file.contested"_s, u"file.refused"_s}) {
        if (cell == StripCell::Save && window.actions().action(waiting) && window.actions().whyNot(waiting).isEmpty())
            id = waiting;
    }
    QAction *action = window.actions().action(id);
    if (!action)
        return;
    if (const QString why = window.actions().whyNot(id); !why.isEmpty())
        window.messages().show({Message::Kind::Info, why, {}, {}, u"whyNot"_s});
    else
        action->trigger();
}

void nameKeys(views::Strip &strip, const views::ActionRegistry &actions)
{
    QHash<StripCell, QString> hints;
    for (const StripCell cell :
         {StripCell::Severity, StripCell::Phase, StripCell::Updates, StripCell::Command, StripCell::CallBacks, StripCell::Save}) {
        const QString id = keyedCommandOf(cell);
        const QAction *action = actions.action(id);
        if (!action || action->shortcut().isEmpty())
            continue;
        QString what = textOf(id, actions);
        while (what.endsWith(u'…') || what.endsWith(u'?'))
            what.chop(1);
        hints.insert(
            cell,
            Text::tr("%1: %2.", "a key, then what it does").arg(action->shortcut().toString(QKeySequence::NativeText), what));
    }
    strip.setHints(hints);
}

} // namespace

void connectStrip(views::Strip &strip, views::MainWindow &window)
{
    QObject::connect(&strip, &views::Strip::detailsRequested, &window, [&window](StripCell cell) { open(cell, window); });
    const views::ActionRegistry &actions = window.actions();
    const auto name = [&strip, &actions] { nameKeys(strip, actions); };
    QObject::connect(&actions, &views::ActionRegistry::keysChanged, &strip, name);
    QObject::connect(&actions, &views::ActionRegistry::added, &strip, [name](const QString &id) {
        static const QStringList last{u"entry.severity"_s, u"status.write"_s, u"handover.begin"_s, u"orders.newAction"_s,
                                      u"file.saved"_s};
        if (last.contains(id))
            name();
    });
    name();
}

} // namespace fireline::window
