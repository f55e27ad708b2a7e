// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/otherwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr auto context = "fireline::views::OtherWords";

struct Names
{
    const char *id;
    const char *words; ///< with commas between them
};

constexpr std::array table{
    Names{"handover.begin",
          QT_TRANSLATE_NOOP("fireline::views::OtherWords", "hand over command, handover, relieve, pass on command")},
    Names{"roles.takeCommand", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "claim, I have command, take over")},
    Names{"roles.assign", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "give a role, name a scribe, delegate")},
    Names{"roles.leave", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "unassign, step down")},
    Names{"roles.deputy", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "second, stand-in, backup")},
    Names{"roles.relief", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "tired, shift change, replace me")},
    Names{"roles.rhythm", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "cadence, status check, welfare check")},
    Names{"roles.checkIn", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "call back, welfare check, heard of")},
    Names{"orders.newAction", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "task, order, to do, assign work")},
    Names{"decisions.decision", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "decide")},
    Names{"decisions.hypothesis", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "theory, possible cause")},
    Names{"orders.newPoll", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "vote, strong objections, consensus")},
    Names{"status.write", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "announce, tell customers, communicate")},
    Names{"handover.report", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "SITREP, summary, briefing")},
    Names{"escalation.next", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "page, call for help, on-call")},
    Names{"entry.severity", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "priority, upgrade, downgrade, SEV")},
    Names{"entry.undo", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "undo")},
    Names{"entry.redo", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "redo")},
    Names{"entry.edit", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "rename, change")},
    Names{"triage.ending", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "gate, confirm what is missing, still missing, end")},
    Names{"timeline.retract", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "delete, remove, strike out")},
    Names{"timeline.correct", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "edit, fix a typo")},
    Names{"timeline.find", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "search")},
    Names{"file.print", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "print, PDF, save as a document")},
    Names{"file.saveCopy", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "save as, backup")},
    Names{"file.sync", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "sync, refresh, reload")},
    Names{"file.settings", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "preferences, options")},
    Names{"start.settings", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "preferences, options")},
    Names{"file.look",
          QT_TRANSLATE_NOOP("fireline::views::OtherWords", "theme, dark, light, high contrast, colours, look, appearance, font")},
    Names{"start.look",
          QT_TRANSLATE_NOOP("fireline::views::OtherWords", "theme, dark, light, high contrast, colours, look, appearance, font")},
    Names{"alerts.mute", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "silence, quiet")},
    Names{"view.perspective.after",
          QT_TRANSLATE_NOOP("fireline::views::OtherWords", "review, post-mortem, retrospective, lessons learned")},
    Names{"help.keys", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "shortcuts, cheat sheet")},
    Names{"drill.pause", QT_TRANSLATE_NOOP("fireline::views::OtherWords", "stop the clock, freeze")},
};

} // namespace

QStringList otherWords(const QString &actionId)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Names &names) { return actionId == QLatin1String(names.id); });
    if (found == table.end())
        return {};
    QStringList words;
    for (const QString &word : QCoreApplication::translate(context, found->words).split(u','))
        words.append(word.trimmed());
    return words;
}

} // namespace fireline::views
