// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/playbookrow.h"

#include "checklist/checklists.h"
#include "playbooks/playbookfacts.h"
#include "rules/liststatus.h"

#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

bool isPlaybook(const ListRule &list)
{
    return (list.use == ListUse::Playbook || list.use == ListUse::Procedure) && list.forKind != ListRule::For::Act;
}

/// Titles as the checklist shows them.
QHash<QString, QString> titlesOf(const RuleContext &context, const QString &profile)
{
    QHash<QString, QString> titles;
    for (const Checklist &list : checklistsNow(context, profile))
        titles.insert(list.id, list.title);
    for (const auto &[id, title] : listsToStart(context))
        titles.insert(id, title);
    return titles;
}

PlaybookRow rowOf(const PlaybookText &text, const RuleContext &context)
{
    PlaybookRow row;
    row.text = text;
    if (text.listId.isEmpty()) {
        row.state = playbooks::Unusable;
        return row;
    }
    const ListRule *list = context.process.list(text.listId);
    if (list) {
        const ListStatus status = listStatus(*list, context);
        row.count = int(status.items.size());
        row.settled = status.settled();
        row.source = text.path.isEmpty() ? list->rule.cite() : QString();
        if (status.startedAt.isSet()) {
            row.state = status.done() ? playbooks::Done : playbooks::Running;
            return row;
        }
    }
    const PlaybookSuggestion suggestion = suggestionOf(text, list, context);
    row.reason = suggestion.reason;
    row.word = suggestion.word;
    row.state = suggestion.reason == playbooks::NoReason ? playbooks::Ready : playbooks::Suggested;
    return row;
}

/// Begun here or at another console, and the file is not at hand: what the record says of it.
PlaybookRow missingRow(const QString &listId, const ListRecord &record)
{
    PlaybookRow row;
    row.text.listId = listId;
    row.text.title = listId.section(u'.', 1);
    row.state = playbooks::Missing;
    row.settled = int(record.items.size());
    for (auto it = record.items.begin(); it != record.items.end(); ++it) {
        const bool quoted = isQuotedStep(it->reason);
        const QString text = quoted ? it->reason.mid(1, it->reason.size() - 2) : it->reason;
        row.text.pieces.append({playbooks::Step, text, 0, it.key(), 0, true});
    }
    std::stable_sort(row.text.pieces.begin(), row.text.pieces.end(), [&](const PlaybookPiece &a, const PlaybookPiece &b) {
        return record.items.value(a.step).at < record.items.value(b.step).at;
    });
    return row;
}

int rankOf(const PlaybookRow &row)
{
    switch (row.state) {
    case playbooks::Running: return 0;
    case playbooks::Missing: return 1;
    case playbooks::Suggested: return 1 + int(row.reason);
    case playbooks::Ready: return 20;
    case playbooks::Done: return 21;
    case playbooks::Unusable: break;
    }
    return 22;
}

bool isBefore(const PlaybookRow &a, const PlaybookRow &b)
{
    const auto order = [](const PlaybookRow &row) { return std::make_tuple(-row.hit.score, rankOf(row)); };
    if (order(a) != order(b))
        return order(a) < order(b);
    const int titles = a.text.title.compare(b.text.title, Qt::CaseInsensitive);
    return titles != 0 ? titles < 0 : a.key() < b.key();
}

} // namespace

QList<PlaybookRow> playbookRows(const QList<PlaybookText> &texts, const QString &query, const RuleContext &context,
                                const QString &profile)
{
    QList<PlaybookRow> rows;
    QSet<QString> known;
    const auto take = [&](PlaybookRow row) {
        const auto hit = findPlaybook(query, row.text);
        if (!hit)
            return;
        row.hit = *hit;
        rows.append(std::move(row));
    };
    for (const PlaybookText &text : texts) {
        known.insert(text.listId);
        take(rowOf(text, context));
    }
    const QHash<QString, QString> titles = titlesOf(context, profile);
    for (const ListRule &list : context.process.lists) {
        if (isPlaybook(list) && !known.contains(list.rule.id)) {
            known.insert(list.rule.id);
            take(rowOf(textOf(list, titles.value(list.rule.id, list.rule.id)), context));
        }
    }
    for (auto it = context.state.lists.begin(); it != context.state.lists.end(); ++it) {
        if (it.key().startsWith(u"playbook.") && !known.contains(it.key()))
            take(missingRow(it.key(), *it));
    }
    std::sort(rows.begin(), rows.end(), isBefore);
    return rows;
}

} // namespace fireline::models
