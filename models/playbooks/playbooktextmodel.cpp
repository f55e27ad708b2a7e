// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/playbooktextmodel.h"

#include "decide/decide.h"
#include "playbooks/playbookfacts.h"
#include "rules/liststatus.h"
#include "rules/stepmarks.h"
#include "rules/who.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
namespace p = playbooks;

PlaybookTextModel::PlaybookTextModel(PlaybooksModel &playbooks, QObject *parent)
    : RowModel(parent)
    , m_playbooks(playbooks)
    , m_feed(playbooks.feed())
{
    connect(&playbooks, &PlaybooksModel::situationChanged, this, &PlaybookTextModel::sync);
    connect(&m_feed, &IncidentFeed::reset, this, [this] {
        m_evidence.clear();
        m_indexed = 0;
        sync();
    });
}

PlaybookTextModel::~PlaybookTextModel() = default;

void PlaybookTextModel::open(const QString &key)
{
    beginResetModel();
    m_key = m_playbooks.row(key) ? key : QString();
    m_rows = rowsNow();
    m_title = title();
    endResetModel();
    emit situationChanged();
}

void PlaybookTextModel::sync()
{
    if (m_key.isEmpty())
        return;
    if (!shown()) {
        const QString title = m_title;
        open({});
        emit gone(title);
        return;
    }
    m_title = title();
    syncRows(m_rows, rowsNow(), rowSteps(),
             [this](int row, const PlaybookPartRow &) { emit dataChanged(index(row), index(row)); });
    emit situationChanged();
}

// Only what is new: a record of 100,000 entries is not read for each of them. All of it where others' entries have taken places
// below what was read.
void PlaybookTextModel::indexEvidence()
{
    const QList<Entry> &entries = m_feed.state().entries;
    const bool moved = m_indexed > 0 && (m_indexed > entries.size() || entries.at(m_indexed - 1).eventId != m_lastIndexed);
    if (moved) {
        m_evidence.clear();
        m_indexed = 0;
    }
    m_lastIndexed = entries.isEmpty() ? QString() : entries.last().eventId;
    for (; m_indexed < entries.size(); ++m_indexed) {
        const Entry &entry = entries.at(m_indexed);
        if (!entry.evidence)
            continue;
        for (const QString &tag : entry.tags)
            m_evidence[tag].append(m_indexed);
    }
}

void PlaybookTextModel::addProblems(QList<PlaybookPartRow> &rows, const PlaybookText &text) const
{
    for (int i = 0; i < text.problems.size(); ++i) {
        PlaybookPartRow row;
        row.piece = {p::Fault, text.problems.at(i), 0, 0, 0, true};
        row.id = u"fault %1"_s.arg(i);
        rows.append(row);
    }
    if (const QString changed = changedSince(); !changed.isEmpty()) {
        PlaybookPartRow row;
        row.piece = {p::Fault, changed, 0, 0, 0, true};
        row.id = u"changed"_s;
        rows.append(row);
    }
    if (text.symptoms.isEmpty())
        return;
    PlaybookPartRow heading;
    heading.piece = {p::Heading, tr("Symptoms"), 2, 0, 0, true};
    heading.id = u"symptoms"_s;
    PlaybookPartRow list;
    list.piece = {p::Text, u"- "_s + text.symptoms.join(u"\n- "_s), 0, 0, 0, false};
    list.id = u"symptoms text"_s;
    rows.append({heading, list});
}

// Ticks stay with their words; where these are gone, the file is another than the one that was followed.
QString PlaybookTextModel::changedSince() const
{
    const ListRule *list = m_feed.process().list(listId());
    const QList<ItemMark> stray = list ? strayMarks(*list, m_feed.state().lists.value(listId())) : QList<ItemMark>();
    if (stray.isEmpty())
        return {};
    QStringList words;
    for (const ItemMark &mark : stray)
        words.append(mark.reason.isEmpty() ? tr("a step of %1", "name of a person").arg(mark.by) : mark.reason);
    return tr("This file was changed since it was begun: %n of the steps that were done are not in it any more: %1", nullptr,
              int(stray.size()))
        .arg(words.join(u" · "_s));
}

void PlaybookTextModel::setState(PlaybookPartRow &row) const
{
    const ListRule *list = m_feed.process().list(listId());
    const ListRecord record = m_feed.state().lists.value(listId());
    // Where the file is not at hand, the record's own keys stand for the steps.
    const auto kept = record.items.constFind(row.piece.step);
    const ItemMark *mark = list                              ? markOf(*list, record, row.piece.step)
                           : kept == record.items.constEnd() ? nullptr
                                                             : &kept.value();
    if (mark) {
        row.state = mark->state == ItemMark::State::Skipped ? p::Skipped : p::Checked;
        row.actor = mark->by;
        row.at = mark->at;
        row.why = mark->reason;
    }
    if (!list || row.piece.step > list->items.size())
        return;
    const ListItem &item = list->items.at(row.piece.step - 1);
    const RuleContext context{m_feed.state(), m_feed.process(), m_feed.now()};
    row.owner = item.by.isEmpty() ? QString() : namesOf({item.by}, context);
    if (isQuotedStep(row.why)) {
        if (row.why != quotedStep(item.label()))
            row.otherText = row.why;
        row.why.clear();
    }
    if (!mark) {
        const ItemStatus status = listStatus(*list, context).items.at(row.piece.step - 1);
        row.state = p::StepState(int(status.state));
        row.at = status.at;
    }
}

void PlaybookTextModel::addEvidence(QList<PlaybookPartRow> &rows, const QString &listId, int number) const
{
    const ListRule *list = m_feed.process().list(listId);
    const QList<int> kept = list ? m_evidence.value(stepTag(*list, number)) : QList<int>();
    for (const int i : kept) {
        const Entry &entry = m_feed.state().entries.at(i);
        if (entry.retracted)
            continue;
        PlaybookPartRow row;
        row.piece = {p::Evidence, entry.text, 0, number, 0, true};
        row.id = entry.eventId;
        row.actor = entry.actor;
        row.at = entry.at;
        row.entry = entry.eventId;
        row.hash = entry.sha256;
        rows.append(row);
    }
}

QList<PlaybookPartRow> PlaybookTextModel::rowsNow()
{
    QList<PlaybookPartRow> rows;
    const PlaybookRow *open = shown();
    if (!open)
        return rows;
    indexEvidence();
    addProblems(rows, open->text);
    const QString listId = open->text.listId;
    const QList<PlaybookPiece> &pieces = open->text.pieces;
    QHash<QString, int> seen;
    qsizetype step = -1; // row of the step that what follows belongs to
    bool nextFound = false;
    for (int i = 0; i < pieces.size(); ++i) {
        PlaybookPartRow row;
        row.piece = pieces.at(i);
        if (row.piece.part == p::Heading && row.piece.text == open->text.title)
            continue; // stands above all of it
        const QString name = QString::number(int(row.piece.part)) + row.piece.text;
        row.id = name + u'\n' + QString::number(seen[name]++);
        if (row.piece.part == p::Code)
            row.commands = {row.piece.text};
        else if (!row.piece.plain)
            row.commands = commandsIn(row.piece.text) + addressesIn(row.piece.text);
        if (row.piece.part == p::Code && row.piece.step > 0 && step >= 0)
            rows[step].commands.prepend(row.piece.text);
        if (row.piece.part == p::Step && !listId.isEmpty()) {
            setState(row);
            row.next = !nextFound && row.state == p::Open;
            nextFound = nextFound || row.next;
        }
        if (row.piece.part == p::Step)
            step = rows.size();
        rows.append(row);
        const bool last = i + 1 == pieces.size() || pieces.at(i + 1).step != row.piece.step;
        if (row.piece.step > 0 && last && !listId.isEmpty())
            addEvidence(rows, listId, row.piece.step);
    }
    return rows;
}

QString PlaybookTextModel::title() const
{
    const PlaybookRow *row = shown();
    return row ? row->text.title : QString();
}

QString PlaybookTextModel::listId() const
{
    const PlaybookRow *row = shown();
    return row ? row->text.listId : QString();
}

int PlaybookTextModel::count() const
{
    const PlaybookRow *row = shown();
    return row ? row->count : 0;
}

int PlaybookTextModel::settled() const
{
    const PlaybookRow *row = shown();
    return row ? row->settled : 0;
}

bool PlaybookTextModel::isStarted() const
{
    return m_feed.state().lists.value(listId()).startedAt.isSet();
}

p::StepState PlaybookTextModel::stepState(int number) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [number](const PlaybookPartRow &row) {
        return row.piece.part == p::Step && row.piece.step == number;
    });
    return it == m_rows.end() ? p::Open : it->state;
}

Command PlaybookTextModel::command(Verb verb, int number) const
{
    Command command;
    command.verb = verb;
    command.args = {{u"id"_s, listId()}, {u"item"_s, number}};
    const ListRule *list = m_feed.process().list(listId());
    const PlaybookRow *row = shown();
    // What stands in the process is pinned with it; a file may be another tomorrow.
    const bool ofFile = row && !row->text.path.isEmpty();
    if (verb == Verb::CheckItem && ofFile && list && number >= 1 && number <= list->items.size())
        command.args.insert(u"text"_s, quotedStep(list->items.at(number - 1).label()));
    return command;
}

Command PlaybookTextModel::startCommand() const
{
    Command command;
    command.verb = Verb::StartList;
    command.args = {{u"id"_s, listId()}};
    return command;
}

Command PlaybookTextModel::evidenceCommand(int number) const
{
    const ListRule *list = m_feed.process().list(listId());
    const bool known = list && number >= 1 && number <= list->items.size();
    const QJsonArray tags = list ? QJsonArray{stepTag(*list, number)} : QJsonArray();
    Command command;
    command.verb = Verb::Attach;
    command.args = {{u"text"_s, known ? tr("Output of step %1 of the playbook “%2”: %3")
                                            .arg(QString::number(number), title(), quotedStep(list->items.at(number - 1).label()))
                                      : tr("Output of the playbook “%1”").arg(title())},
                    {u"tags"_s, tags}};
    return command;
}

QString PlaybookTextModel::whyNot(const Command &command) const
{
    const auto decided = decide({m_feed.state(), m_feed.process(), m_feed.now(), m_feed.profile()}, command);
    return decided ? QString() : decided.problem().text;
}

} // namespace fireline::models
