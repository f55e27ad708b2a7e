// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/livegraphs.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Outcome;

namespace {

constexpr qint64 second = 1000000;
constexpr qint64 slowest = 60 * second;      // between two questions, however long the step
constexpr qint64 longestPause = 30 * second; // of a source that does not answer
constexpr qint64 overlap = 15 * second;      // a value that came late stands before others
constexpr qint64 usualLength = 3600 * second;
constexpr size_t mostSeries = 50; // of one query: a graph shows no more

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LiveGraphs)
};

/// A graph of everything shows nothing.
SeriesAnswer bounded(SeriesAnswer answer)
{
    if (answer.series.size() <= mostSeries)
        return answer;
    answer.remark = Text::tr("%1 series; the first %2 are shown. Ask for fewer, by labels or by a sum.")
                        .arg(answer.series.size())
                        .arg(mostSeries);
    answer.series.resize(mostSeries);
    return answer;
}

void giveUnit(SeriesAnswer &answer, const QString &unit)
{
    for (MetricSeries &each : answer.series) {
        if (!unit.isEmpty())
            each.unit = unit;
        else if (each.unit.isEmpty())
            each.unit = unitInName(each.name);
    }
}

/// Also for whoever does not know the name by which the source goes here.
QString fromOf(const SeriesSource *source)
{
    if (!source)
        return {};
    const QString name = source->name();
    return name == source->place() ? name
                                   : Text::tr("%1 (%2)", "what people call a system, what it is").arg(name, source->place());
}

} // namespace

/// One query and how far it was asked for.
struct LiveGraphs::Query
{
    QString id;
    SeriesSource *source = nullptr; ///< null: it is gone
    QString sourceId;               ///< of it, also where it is gone
    QString text;
    QString unit;
    bool asking = false;
    int turn = 0;              ///< an answer to an earlier one has nothing to say
    qint64 stepUs = 0;         ///< of what is there; 0: nothing was said yet
    MetricRange loaded;        ///< what it was asked for
    qint64 planned = 0;        ///< the length it was asked for as a whole
    qint64 pitch = 0;          ///< time of a pixel then
    int view = 0;              ///< that it was asked for last
    qint64 heardAt = 0;        ///< it answered last
    qint64 nextAt = 0;         ///< not before
    int failures = 0;          ///< since it answered last
    domain::Problem problem{}; ///< of the last of them
    QString remark;
};

LiveGraphs::LiveGraphs(MetricStore &store, Now now, QObject *parent) : QObject(parent), m_store(store), m_now(std::move(now)) { }

LiveGraphs::~LiveGraphs() = default;

LiveGraphs::Query *LiveGraphs::find(const QString &id) const
{
    const auto found = std::find_if(m_queries.begin(), m_queries.end(), [&](const auto &each) { return each->id == id; });
    return found == m_queries.end() ? nullptr : found->get();
}

QStringList LiveGraphs::ids() const
{
    QStringList all;
    for (const auto &each : m_queries)
        all.append(each->id);
    return all;
}

QString LiveGraphs::queryOf(const QString &id) const
{
    const Query *query = find(id);
    return query ? query->text : QString();
}

const SeriesSource *LiveGraphs::sourceOf(const QString &id) const
{
    const Query *query = find(id);
    return query ? query->source : nullptr;
}

QString LiveGraphs::add(SeriesSource &source, const QString &query, const QString &unit)
{
    Query &made = make(query, unit);
    made.source = &source;
    made.sourceId = source.id();
    begin(made);
    return made.id;
}

QString LiveGraphs::addWithout(const QString &source, const QString &query, const QString &unit, const QString &why)
{
    Query &made = make(query, unit);
    made.sourceId = source;
    begin(made);
    made.problem.text = why;
    made.failures = 1;
    tell(made);
    return made.id;
}

LiveGraphs::Query &LiveGraphs::make(const QString &query, const QString &unit)
{
    m_queries.push_back(std::make_unique<Query>());
    Query &made = *m_queries.back();
    made.id = u"query:%1"_s.arg(++m_made);
    made.text = query;
    made.unit = unit;
    return made;
}

void LiveGraphs::change(const QString &id, SeriesSource &source, const QString &query, const QString &unit)
{
    Query *known = find(id);
    if (!known)
        return;
    if (known->source == &source && known->text == query && known->unit == unit) {
        nameSource(*known); // that may be called otherwise now
        return tell(*known);
    }
    known->source = &source;
    known->sourceId = source.id();
    known->text = query;
    known->unit = unit;
    begin(*known);
}

void LiveGraphs::nameSource(const Query &query)
{
    MetricField field = m_store.field(query.id);
    field.from = fromOf(query.source);
    if (field.from != m_store.field(query.id).from)
        m_store.setField(query.id, field);
}

/// From nothing: what another query said says nothing of this one.
void LiveGraphs::begin(Query &query)
{
    ++query.turn;
    query.asking = false;
    query.stepUs = query.planned = query.heardAt = query.nextAt = 0;
    query.loaded = {};
    query.failures = 0;
    MetricField field = m_store.field(query.id);
    field.title = query.text;
    field.from = fromOf(query.source);
    field.source = query.sourceId;
    field.own = field.live = true;
    m_store.setField(query.id, field); // before its series: they belong to it
    m_store.refresh(query.id, {{query.text, query.unit, {}}}, query.text);
    tell(query);
    tick();
}

void LiveGraphs::remove(const QString &id)
{
    m_store.removeSource(id);
    m_queries.erase(std::remove_if(m_queries.begin(), m_queries.end(), [&](const auto &each) { return each->id == id; }),
                    m_queries.end());
}

void LiveGraphs::forget(const SeriesSource &source)
{
    for (const auto &each : m_queries) {
        if (each->source != &source)
            continue;
        ++each->turn;
        each->asking = false;
        each->problem.text = Text::tr("%1 is not set up any more. Choose another source for this query.").arg(source.called());
        each->failures = 1;
        each->source = nullptr;
        tell(*each);
    }
}

void LiveGraphs::setView(const MetricRange &range, bool following, int pixels)
{
    // Following, its end goes on by itself.
    if (following != m_following || range.length() != m_view.length() || pixels != m_pixels || (!following && range != m_view))
        ++m_views;
    m_view = range;
    m_following = following;
    m_pixels = std::max(pixels, 1);
}

void LiveGraphs::setSeen(bool seen)
{
    m_seen = seen;
    tick();
}

MetricRange LiveGraphs::wanted() const
{
    const qint64 now = m_now().us;
    if (m_following || m_view.length() <= 0) {
        const qint64 length = m_view.length() > 0 ? m_view.length() : usualLength;
        return {now - length, now};
    }
    return {m_view.fromUs, std::min(m_view.toUs, now)};
}

/// What is in sight was not asked for, or so coarsely that twice as much can be told.
bool LiveGraphs::isWholeDue(const Query &query, const MetricRange &wanted) const
{
    if (query.stepUs == 0 || wanted.fromUs < query.loaded.fromUs - query.stepUs)
        return true;
    const bool apart = wanted.fromUs > query.loaded.toUs + query.stepUs;
    const qint64 pitch = wanted.length() / m_pixels;
    const bool finer = pitch * 2 <= query.pitch && pitch < query.stepUs && query.stepUs > second;
    const bool longAgo = wanted.toUs - query.loaded.toUs > query.planned; // so much at this step may be more than is given
    return apart || finer || longAgo;
}

/// A person moved or zoomed to what was not asked for. A source that does not answer is asked no more often for that.
bool LiveGraphs::isViewDue(const Query &query) const
{
    return query.view != m_views && query.failures == 0 && isWholeDue(query, wanted());
}

void LiveGraphs::tick()
{
    const qint64 now = m_now().us;
    for (const auto &each : m_queries) {
        if (m_seen && each->source && !each->asking && (now >= each->nextAt || isViewDue(*each)))
            ask(*each);
        tell(*each);
    }
}

void LiveGraphs::ask(Query &query)
{
    const MetricRange range = wanted();
    if (range.length() <= 0)
        return;
    SeriesQuestion question{query.text, range.fromUs, range.toUs, m_pixels, 0};
    const bool whole = isWholeDue(query, range);
    if (!whole) {
        if (range.toUs < query.loaded.toUs + std::min(query.stepUs, slowest) && !(m_following && query.stepUs <= second))
            return;
        const qint64 again = std::max(overlap, 2 * query.stepUs);
        question.fromUs = std::max(query.loaded.fromUs, query.loaded.toUs - again);
        question.stepUs = query.stepUs;
    }
    query.asking = true;
    query.view = m_views;
    const int turn = ++query.turn;
    query.source->ask(question, this, [this, id = query.id, turn, whole, question](const Outcome<SeriesAnswer> &outcome) {
        take(id, turn, whole, question, outcome);
    });
}

void LiveGraphs::take(const QString &id, int turn, bool whole, const SeriesQuestion &question,
                      const Outcome<SeriesAnswer> &outcome)
{
    Query *query = find(id);
    if (!query || query->turn != turn)
        return;
    query->asking = false;
    const qint64 now = m_now().us;
    if (outcome) {
        query->failures = 0;
        query->heardAt = now;
        if (whole)
            takeWhole(*query, question, outcome.value());
        else
            takeNext(*query, question, outcome.value());
        query->nextAt = now + std::clamp(query->stepUs, second, slowest);
    } else {
        query->problem = outcome.problem();
        query->failures = std::min(query->failures + 1, 16);
        query->nextAt = now + std::min(longestPause, second << query->failures);
    }
    if (m_seen && query->source && isViewDue(*query)) // it was moved while the source thought about it
        ask(*query);
    tell(*query);
    emit answered(id);
}

void LiveGraphs::takeWhole(Query &query, const SeriesQuestion &question, const SeriesAnswer &answer)
{
    SeriesAnswer shown = bounded(answer);
    giveUnit(shown, query.unit);
    query.stepUs = std::max<qint64>(answer.stepUs, 1);
    query.loaded = {question.fromUs, question.toUs};
    query.planned = question.toUs - question.fromUs;
    query.pitch = query.planned / question.pixels;
    query.remark = shown.remark;
    m_store.refresh(query.id, std::move(shown.series), query.text);
}

void LiveGraphs::takeNext(Query &query, const SeriesQuestion &question, const SeriesAnswer &answer)
{
    SeriesAnswer shown = bounded(answer);
    giveUnit(shown, query.unit);
    query.remark = shown.remark;
    query.loaded.toUs = std::max(query.loaded.toUs, question.toUs);
    // What was in sight a moment ago stays: somebody may go back to it.
    const qint64 keep = m_following ? question.toUs - 2 * std::max(query.planned, m_view.length()) : query.loaded.fromUs;
    query.loaded.fromUs = std::max(query.loaded.fromUs, keep);
    m_store.extend(query.id, shown.series, question.fromUs, query.loaded.fromUs);
}

qint64 LiveGraphs::lastOf(const QString &id) const
{
    qint64 last = 0;
    for (int i = 0; i < m_store.count(); ++i) {
        if (m_store.at(i).source == id && !m_store.at(i).data.points.empty())
            last = std::max(last, m_store.at(i).data.points.back().atUs);
    }
    return last;
}

void LiveGraphs::tell(const Query &query)
{
    using Kind = MetricNotice::Kind;
    const qint64 last = lastOf(query.id);
    MetricNotice notice;
    notice.remark = query.remark;
    if (query.failures > 0)
        notice = {Kind::Unreachable, query.problem.text, query.heardAt, {}};
    else if (query.heardAt == 0)
        notice = {Kind::Asking, query.source ? query.source->called() : QString(), 0, {}};
    else if (last == 0)
        notice = {Kind::Empty, query.source ? query.source->called() : QString(), 0, query.remark};
    else if (m_following && m_now().us - last > std::max(overlap, 3 * std::min(query.stepUs, slowest)) + query.stepUs)
        notice = {Kind::Stale, query.source ? query.source->called() : QString(), last, query.remark};
    m_store.setNotice(query.id, notice);
}

} // namespace fireline::models
