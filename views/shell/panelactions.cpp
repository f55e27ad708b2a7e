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

constexpr int sectionPanels = 10;

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
    docks.setPanelMenu(panel.id, menu);
}

} // namespace

void addPanelActions(const QList<PanelDescriptor> &panels, ActionRegistry &actions, PanelDocks &docks, QWidget *window)
{
    for (const PanelDescriptor &panel : panels) {
        addGoTo(panel, actions, docks);
        addMoves(panel, actions, docks, window);
    }
    QObject::connect(&docks, &PanelDocks::arranged, &actions, qOverload<>(&ActionRegistry::refresh));
}

} // namespace fireline::views
