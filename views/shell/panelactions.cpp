// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/panelactions.h"

#include "actions/actionregistry.h"
#include "shell/paneldocks.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

struct PanelActions
{
    Q_DECLARE_TR_FUNCTIONS(fireline::views::PanelActions)
};

constexpr int sectionPanels = 10, sectionSize = 45;

/// A place that a panel can be sent to.
struct Move
{
    QString id;
    QString text;
    QString help;
    std::function<void()> handler;
    std::function<bool()> isSo; ///< already
};

Move dockAt(PanelArea area, const QString &text, const QString &id, PanelDocks &docks)
{
    return {areaKey(area), text, PanelActions::tr("Docks the panel there, in every session, until the layout is reset."),
            [&docks, id, area] { docks.move(id, area); },
            [&docks, id, area] {
                const PanelPlace place = docks.place(id);
                return place.shown && !place.ownWindow && place.area == area;
            }};
}

QString moreRoom()
{
    return PanelActions::tr("Takes what the panels above and below it, or the timeline, can do without; again gives it back.");
}

QList<Move> movesOf(const PanelDescriptor &panel, PanelDocks &docks)
{
    const QString id = panel.id;
    return {
        dockAt(PanelArea::Left, PanelActions::tr("Move %1 to the left").arg(panel.title), id, docks),
        dockAt(PanelArea::Right, PanelActions::tr("Move %1 to the right").arg(panel.title), id, docks),
        dockAt(PanelArea::Top, PanelActions::tr("Move %1 above the timeline").arg(panel.title), id, docks),
        dockAt(PanelArea::Bottom, PanelActions::tr("Move %1 to the bottom").arg(panel.title), id, docks),
        {u"window"_s, PanelActions::tr("Move %1 to its own window").arg(panel.title),
         PanelActions::tr("For a second screen; closing that window puts the panel back."),
         [&docks, id] { docks.moveToOwnWindow(id); }, [&docks, id] { return docks.place(id).ownWindow; }},
        {u"hide"_s, PanelActions::tr("Hide %1").arg(panel.title),
         PanelActions::tr("Takes the panel out of sight; its command shows it again."), [&docks, id] { docks.hide(id); },
         [&docks, id] { return !docks.place(id).shown; }},
    };
}

void addGoTo(const PanelDescriptor &panel, ActionRegistry &actions, PanelDocks &docks)
{
    QList<QKeySequence> keys;
    if (!panel.key.isEmpty())
        keys.append(panel.key);
    actions.add({u"panels.show."_s + panel.id, PanelActions::tr("Go to the panel %1").arg(panel.title),
                 PanelActions::tr("Shows the panel and puts the keyboard into it."), u"panels"_s, panel.icon, keys, nullptr,
                 false, sectionPanels},
                [&docks, id = panel.id] { docks.focus(id); });
}

void addMoves(const PanelDescriptor &panel, ActionRegistry &actions, PanelDocks &docks, QWidget *window)
{
    auto *menu = new QMenu(window);
    menu->setToolTipsVisible(true);
    QObject::connect(menu, &QMenu::aboutToShow, &actions, qOverload<>(&ActionRegistry::refresh));
    const QString path = u"panels/"_s + PanelActions::tr("Move a panel") + u'/' + panel.title;
    for (const Move &move : movesOf(panel, docks))
        menu->addAction(actions.add({u"panels.%1.%2"_s.arg(move.id, panel.id), move.text, move.help, path, {}}, move.handler,
                                    [isSo = move.isSo, hides = move.id == "hide"_L1] {
                                        if (!isSo())
                                            return QString();
                                        return hides ? PanelActions::tr("The panel is hidden.")
                                                     : PanelActions::tr("The panel is there already.");
                                    }));
    menu->addSeparator();
    menu->addAction(actions.add(
        {u"panels.large."_s + panel.id, PanelActions::tr("More room for %1, or as before").arg(panel.title), moreRoom(), path,
         u"expand"_s},
        [&docks, id = panel.id] {
            docks.show(id);
            docks.setLarge(id, !docks.isLarge(id));
        },
        [&docks, id = panel.id] { return docks.whyNotLarge(id); }));
    docks.setPanelMenu(panel.id, menu);
}

void addLarge(ActionRegistry &actions, PanelDocks &docks)
{
    actions.add(
        {u"panels.large"_s,
         PanelActions::tr("More room for the panel with the keyboard, or as before"),
         moreRoom(),
         u"panels"_s,
         u"expand"_s,
         {QKeySequence(u"F4"_s)},
         nullptr,
         false,
         sectionSize},
        [&docks] { docks.setLarge(docks.current(), !docks.isLarge(docks.current())); },
        [&docks] { return docks.whyNotLarge(docks.current()); });
}

} // namespace

void addPanelActions(const QList<PanelDescriptor> &panels, ActionRegistry &actions, PanelDocks &docks, QWidget *window)
{
    for (const PanelDescriptor &panel : panels) {
        addGoTo(panel, actions, docks);
        addMoves(panel, actions, docks, window);
    }
    addLarge(actions, docks);
    QObject::connect(&docks, &PanelDocks::arranged, &actions, qOverload<>(&ActionRegistry::refresh));
    QObject::connect(&docks, &PanelDocks::largeChanged, &actions, &ActionRegistry::refreshLater);
}

} // namespace fireline::views
