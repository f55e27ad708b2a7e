// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewsources.h"

#include "feed/incidentfeed.h"
#include "report/frozenblocks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

constexpr qsizetype longestCaption = 80;

/// Words that can stand between brackets.
QString captionOf(const Entry &entry)
{
    QString words;
    for (const QChar c : entry.text.simplified().left(longestCaption))
        words += QStringView(u"[]\\`*_<>!").contains(c) ? QChar(u' ') : c;
    return words.simplified();
}

/// By its name, which stands in its text: what is in it is asked when it is shown.
bool isPicture(const Entry &entry)
{
    for (const char16_t *ending : {u".png", u".jpg", u".jpeg"}) {
        if (!entry.sha256.isEmpty() && entry.text.contains(QString::fromUtf16(ending), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

ReviewSourcesModel::ReviewSourcesModel(const IncidentFeed &feed, QObject *parent) : QAbstractListModel(parent), m_feed(feed) { }

QString ReviewSourcesModel::blockName(const QString &block)
{
    if (block == "timeline"_L1)
        return tr("the timeline");
    if (block == "impact"_L1)
        return tr("the impact");
    if (block == "measures"_L1)
        return tr("the measures");
    if (block == "whys"_L1)
        return tr("the whys");
    if (block == "factors"_L1)
        return tr("the contributing factors");
    if (block == "follow_ups"_L1)
        return tr("the follow-ups");
    return block == "decisions"_L1 ? tr("the decisions") : tr("the action items");
}

void ReviewSourcesModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    addBlocks();
    addRows();
    endResetModel();
}

QString ReviewSourcesModel::pictureOf(const QString &sha256) const
{
    const QList<Entry> &entries = m_feed.state().entries;
    const auto found = std::find_if(entries.rbegin(), entries.rend(), [&](const Entry &entry) {
        return !sha256.isEmpty() && entry.sha256 == sha256 && !entry.retracted;
    });
    return found == entries.rend() ? QString() : u"![%1](fireline:%2)"_s.arg(captionOf(*found), found->eventId);
}

void ReviewSourcesModel::addBlocks()
{
    for (const QString &name : reviewBlockNames())
        m_rows.append(
            {ReviewSource::Bound, tr("↻ %1, always as the record has it").arg(blockName(name)), u"{{"_s + name + u"}}"_s});
    for (const QString &name : reviewBlockNames()) {
        const QString text = recordText(name, {}, m_feed.state(), m_feed.process(), m_feed.now());
        if (!text.isEmpty())
            m_rows.append(
                {ReviewSource::Frozen, tr("✎ %1, as of now, to write in").arg(blockName(name)), frozenText(name, {}, text)});
    }
}

void ReviewSourcesModel::addRows()
{
    const IncidentState &state = m_feed.state();
    QList<ReviewSource> evidence;
    QList<ReviewSource> pinned;
    QList<ReviewSource> others;
    for (qsizetype i = state.entries.size() - 1; i >= 0; --i) {
        const Entry &entry = state.entries.at(i);
        if (entry.retracted)
            continue;
        const QString ref = u"E%1"_s.arg(i + 1);
        const QString said = u"%1 %2 %3: %4"_s.arg(ref, entry.at.toUtc().toString(u"HH:mm"_s), entry.actor,
                                                   entry.text.simplified());
        if (!entry.sha256.isEmpty()) {
            const QString link = u"[%1](fireline:%2)"_s.arg(captionOf(entry), entry.eventId);
            evidence.append({ReviewSource::Evidence,
                             isPicture(entry) ? tr("▣ picture %1").arg(said) : tr("◫ evidence %1").arg(said),
                             isPicture(entry) ? u'!' + link : link});
        } else {
            (entry.pinned ? pinned : others)
                .append({ReviewSource::Row, entry.pinned ? tr("◆ pinned %1").arg(said) : said,
                         u"[%1](fireline:%2)"_s.arg(ref, entry.eventId)});
        }
    }
    m_rows += evidence + pinned + others;
}

int ReviewSourcesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ReviewSourcesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ReviewSource &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return row.text;
    case KindRole: return row.kind;
    case MarkdownRole: return row.markdown;
    default: return {};
    }
}

} // namespace fireline::models
