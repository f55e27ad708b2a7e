// SPDX-License-Identifier: GPL-3.0-or-later
#include "writingpanels.h"

#include "paneldrafts.h"
#include "panelwiring.h"
#include "preferencesdesk.h"
#include "recordreader.h"
#include "review/reviewmodel.h"
#include "review/reviewpanel.h"
#include "review/sectioneditor.h"
#include "reviewdesk.h"
#include "shell/mainwindow.h"
#include "shell/paneldocks.h"
#include "spelling/spelling.h"
#include "status/audiencesmodel.h"
#include "status/statusdesk.h"
#include "status/statuspanel.h"
#include "status/statuswriting.h"
#include "status/updatesmodel.h"

#include <QJsonObject>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::window {

using views::PanelArea;
using views::PanelDescriptor;
using views::Perspective;

namespace {

/// The dictionary that the person chose, now and after each change: one for all panels.
views::Spelling *spelling(const PanelContext &context)
{
    if (auto *there = context.models->findChild<views::Spelling *>())
        return there;
    auto *made = new views::Spelling(views::Spelling::systemFolders(), context.models);
    const auto follow = [made, &desk = context.preferences, last = std::make_shared<std::optional<QString>>()] {
        const QString wanted = desk.preferences().spelling;
        if (*last != wanted)
            made->setLanguage(wanted);
        *last = wanted;
    };
    QObject::connect(&context.preferences, &PreferencesDesk::changed, made, follow);
    follow();
    return made;
}

} // namespace

PanelDescriptor makeReview(const PanelContext &context)
{
    auto *model = new models::ReviewModel(context.feed, context.models);
    auto *panel = linked(new views::ReviewPanel(*model, context.theme, context.times), u"review"_s, context);
    QObject::connect(panel, &views::ReviewPanel::exportRequested, panel, [&actions = context.actions](const QString &id) {
        if (QAction *action = actions.action(u"file.exportReview."_s + id))
            action->trigger();
    });
    auto *desk = new ReviewDesk(context.feed, context.reader, *panel);
    panel->setTools({spelling(context), [desk](const QString &section) { return desk->html(section); },
                     [desk](const QString &sha256) { return desk->picture(sha256); },
                     [&actions = context.actions] { return actions.whyNot(u"metrics.snapshot"_s); },
                     [&commands = context.desk](const CommandDesk::Snapped &done) {
                         if (const auto taken = commands.snap({domain::Verb::Snap, {}, {}, {}}, done); !taken)
                             commands.tell(taken.problem());
                     }});
    PanelDescriptor made{u"review"_s, PanelText::tr("Review"), u"report"_s, PanelArea::Right, {Perspective::After}, {},
                         panel,       panel->firstFocus()};
    made.rank = 110;
    made.leads = {Perspective::After};
    made.edits = {u"review.edit"_s, u"review.correct"_s};
    made.showRow = [panel](const QString &ref) { return panel->showItem(ref); }; // comes into sight by itself
    return made;
}

PanelDescriptor makeStatusUpdates(const PanelContext &context)
{
    auto *desk = new models::StatusDesk(context.feed, context.models);
    QObject::connect(desk, &models::StatusDesk::typedChanged, desk,
                     [&drafts = context.drafts](const QJsonObject &typed) { drafts.keep(u"status"_s, typed); });
    desk->restore(context.drafts.left(u"status"_s));
    auto *panel = shown(new views::StatusPanel({*desk, new models::AudiencesModel(context.feed, context.models),
                                                new models::UpdatesModel(context.feed, context.models), *spelling(context)},
                                               context.theme, context.times),
                        u"status"_s, context);
    QObject::connect(panel->findChild<views::StatusWriting *>(), &views::StatusWriting::changed, &context.window,
                     [&docks = context.window.docks()](bool writing) {
                         docks.giveRoom(u"status"_s, writing ? views::StatusWriting::lines : 0);
                     });
    // Where the panel has the place of quick entry, what it says of the sending is read first.
    QObject::connect(panel, &views::StatusPanel::sent, &context.window, [&window = context.window] { backToEntry(window); });
    PanelDescriptor made{u"status"_s,
                         PanelText::tr("Status updates"),
                         u"status"_s,
                         PanelArea::Right,
                         {Perspective::Comms, Perspective::Observer},
                         {},
                         panel,
                         panel->firstFocus()};
    made.rank = 90;
    made.leads = {Perspective::Comms};
    made.showRow = [panel](const QString &ref) { return panel->showItem(ref); }; // comes into sight by itself
    return made;
}

} // namespace fireline::window
