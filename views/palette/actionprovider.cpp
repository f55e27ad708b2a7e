// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/actionprovider.h"

#include "actions/actionregistry.h"
#include "actions/otherwords.h"
#include "entry/fuzzymatch.h"

#include <QAction>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr qsizetype recentKept = 30;

struct Found
{
    int place;
    int score;
    qsizetype lastUsed; ///< 0 the last
    PaletteItem item;
};

/// A command under the name that was found.
struct Called
{
    QString text;
    std::optional<models::FuzzyMatch> match;
};

/// A person who types "handover" wants to hand over; then to see the panel; and least of all to move it. Behind them is what
/// has these letters strewn about. What is called so itself comes before what is only another word for it, and what can be done
/// now before what cannot: the first one is done by Enter.
int placeOf(const ActionSpec &spec, const QString &name, const QString &pattern, bool canBe)
{
    enum { Own, OtherWord, OwnLater, OtherWordLater, Panel, PanelMove, Strewn };
    if (!name.contains(pattern, Qt::CaseInsensitive))
        return Strewn;
    if (spec.id.startsWith("panels.show."_L1))
        return Panel;
    if (spec.id.startsWith("panels."_L1))
        return PanelMove;
    const bool own = spec.text.contains(pattern, Qt::CaseInsensitive);
    return own ? (canBe ? Own : OwnLater) : (canBe ? OtherWord : OtherWordLater);
}

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

/// Each word of the pattern is how a word of the text begins: what a person types who means it.
bool isByWords(const QString &pattern, const QString &text)
{
    const QStringList typed = pattern.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(typed.begin(), typed.end(), [&](const QString &word) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
            if (beginsWord(text, at))
                return true;
        }
        return false;
    });
}

/// What no key takes back is not reached by letters that are strewn about its name: Return would do what nobody asked for.
bool isMeant(const ActionSpec &spec, const QString &pattern, const QString &name)
{
    return !spec.noWayBack || isByWords(pattern, name);
}

/// Who types "hand over" finds "Transfer command", and sees why. Letters strewn about another name find nothing.
Called byOtherWord(const ActionSpec &spec, const QString &pattern)
{
    for (const QString &word : otherWords(spec.id)) {
        if (const auto match = models::fuzzyMatch(pattern, word);
            match && word.contains(pattern, Qt::CaseInsensitive) && isMeant(spec, pattern, word))
            return {ActionProvider::tr("%1 (%2)", "a command, another name for it").arg(spec.text, word),
                    models::FuzzyMatch{match->score, {}}};
    }
    return {};
}

} // namespace

ActionProvider::ActionProvider(ActionRegistry &actions, QString leftOut, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_leftOut(std::move(leftOut))
{
    connect(&actions, &ActionRegistry::triggered, this, &ActionProvider::remember);
}

QString ActionProvider::title() const
{
    return tr("Commands");
}

QList<PaletteItem> ActionProvider::items(const QString &pattern) const
{
    QList<Found> found;
    for (const ActionSpec &spec : m_actions.specs()) {
        Called called{spec.text, models::fuzzyMatch(pattern, spec.text)};
        if (!isMeant(spec, pattern, spec.text))
            called.match.reset();
        if (!called.match || !spec.text.contains(pattern, Qt::CaseInsensitive)) {
            if (const Called other = byOtherWord(spec, pattern); other.match)
                called = other;
        }
        QAction *action = m_actions.action(spec.id);
        if (!called.match || spec.id == m_leftOut || !action->isVisible())
            continue;
        const qsizetype used = m_recent.indexOf(spec.id);
        const QString whyNot = m_actions.whyNot(spec.id);
        found.append(
            {placeOf(spec, called.text, pattern, whyNot.isEmpty()),
             called.match->score,
             used < 0 ? recentKept : used,
             {called.text, action->shortcut().toString(QKeySequence::NativeText), whyNot, called.match->positions, {}, [action] {
                  action->trigger();
              }}});
    }
    const bool byScore = !pattern.isEmpty();
    std::stable_sort(found.begin(), found.end(), [=](const Found &a, const Found &b) {
        if (byScore && a.place != b.place)
            return a.place < b.place;
        return byScore && a.score != b.score ? a.score > b.score : a.lastUsed < b.lastUsed;
    });
    QList<PaletteItem> items;
    for (const Found &one : std::as_const(found))
        items.append(one.item);
    return items;
}

void ActionProvider::remember(const QString &id)
{
    if (id == m_leftOut)
        return;
    m_recent.removeAll(id);
    m_recent.prepend(id);
    m_recent = m_recent.mid(0, recentKept);
    emit recentChanged(m_recent);
}

} // namespace fireline::views
