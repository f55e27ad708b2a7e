// SPDX-License-Identifier: GPL-3.0-or-later
#include "livedesk.h"

#include "feed/incidentfeed.h"
#include "metrics/graphforms.h"
#include "metrics/metricplot.h"
#include "metrics/metricspanel.h"
#include "statefiles.h"
#include "takeanswer.h"

#include <QEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using models::MetricField;
using views::MetricsPanel;

namespace {

constexpr domain::Span rest = domain::Span::micros(200'000); // after a move of the graph
constexpr qint64 longestKept = 256 * 1024;                   // looks are left out before it is longer
constexpr qint64 longestRead = 64 * longestKept;
constexpr qsizetype mostGraphs = 30;
constexpr int mostLooks = 1000;  // a number in a file says what it likes
constexpr int untilDrawn = 1000; // pixels of a graph that has not been seen yet

QJsonObject jsonOf(const SeriesShelf::Graph &graph, bool logarithmic, const QJsonArray &looks)
{
    QJsonObject made{{u"source"_s, graph.source}, {u"query"_s, graph.query}, {u"unit"_s, graph.unit}};
    if (graph.threshold)
        made.insert(u"threshold"_s, *graph.threshold);
    if (logarithmic)
        made.insert(u"logarithmic"_s, true);
    if (!looks.isEmpty())
        made.insert(u"looks"_s, looks);
    return made;
}

} // namespace

LiveDesk::LiveDesk(const Context &context, MetricsPanel &panel)
    : QObject(&panel)
    , m_context(context)
    , m_panel(panel)
    , m_live(context.store, [&feed = context.feed] { return feed.now(); })
{
    if (!context.stateDir.isEmpty())
        m_file = context.stateDir + u"/metrics/"_s + context.feed.state().id + u"-queries.json"_s;
    connect(&panel.forms(), &views::GraphForms::queryRequested, this, &LiveDesk::take);
    connect(&panel.forms(), &views::GraphForms::namesWanted, this, [this](const QString &id) {
        if (models::SeriesSource *source = m_context.shelf.find(id))
            source->askNames(this, [this, id](const QStringList &names) { m_panel.forms().setNames(id, names); });
    });
    connect(&panel, &MetricsPanel::removeRequested, this, &LiveDesk::remove);
    connect(&panel.plot(), &views::MetricPlot::rangeChanged, this, [this] {
        if (!m_panel.plot().isFollowing() || m_panel.plot().range().length() != m_length)
            lookLater();
    });
    connect(&context.store, &models::MetricStore::fieldChanged, this, &LiveDesk::takeField);
    // Once for all series of an answer.
    connect(&context.store, &models::MetricStore::lookGiven, this, [this] { m_given = true; });
    connect(&m_live, &models::LiveGraphs::answered, this, [this] {
        if (m_given && m_chosen)
            remember();
    });
    connect(&context.feed, &models::IncidentFeed::ticked, this, &LiveDesk::follow);
    connect(&context.shelf, &SeriesShelf::changed, this, &LiveDesk::followShelf);
    connect(&context.shelf, &SeriesShelf::leaving, this, [this](const models::SeriesSource &source) { m_live.forget(source); });
    panel.installEventFilter(this);
    panel.forms().setSourceOf([this](const QString &field) {
        const Entry *entry = find(field);
        return entry ? entry->graph.source : QString();
    });
    m_panel.plot().setNow(context.feed.now().us);
    followShelf();
    recall();
}

LiveDesk::~LiveDesk() = default;

LiveDesk::Entry *LiveDesk::find(const QString &field)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &each) { return each.field == field; });
    return found == m_entries.end() ? nullptr : &*found;
}

/// What was remembered of a source that is not there says so, until it is.
void LiveDesk::followShelf()
{
    QList<views::GraphSource> sources;
    for (const auto &each : m_context.shelf.sources())
        sources.append({each->id(), each->name()});
    m_panel.forms().setSources(
        sources,
        m_context.feed.state().drill
            ? tr("This drill has no metrics. Import a file of metrics: I.")
            : tr("No source of metrics is set up: the settings, page Monitoring, take one. Import a file of metrics: I."));
    if (!m_known)
        return;
    if (!m_chosen && m_entries.isEmpty()) {
        for (const SeriesShelf::Graph &graph : m_context.shelf.first())
            m_entries.append({graph, false, {}});
    }
    for (Entry &entry : m_entries)
        show(entry);
}

void LiveDesk::show(Entry &entry)
{
    models::SeriesSource *source = m_context.shelf.find(entry.graph.source);
    const bool known = m_live.isLive(entry.field);
    if (!source && known)
        return; // it says so itself
    if (!source)
        entry.field = m_live.addWithout(entry.graph.source, entry.graph.query, entry.graph.unit,
                                        tr("Its source is not set up here. Choose another for this query: E."));
    else if (!known)
        entry.field = m_live.add(*source, entry.graph.query, entry.graph.unit);
    else
        m_live.change(entry.field, *source, entry.graph.query, entry.graph.unit);
    MetricField field = m_context.store.field(entry.field);
    field.threshold = entry.graph.threshold;
    field.logarithmic = entry.logarithmic;
    m_context.store.setField(entry.field, field);
    look();
}

void LiveDesk::take(const QString &field, const views::GraphQuery &query)
{
    if (!field.isEmpty() && query.query.isEmpty()) {
        MetricField drawn = m_context.store.field(field);
        drawn.threshold = query.threshold;
        return m_context.store.setField(field, drawn);
    }
    m_chosen = true;
    Entry *entry = field.isEmpty() ? nullptr : find(field);
    if (!entry) {
        if (m_entries.size() >= mostGraphs)
            m_entries.removeLast();
        m_entries.append(Entry());
        entry = &m_entries.last();
    }
    entry->graph = {query.source, query.query, query.unit, query.threshold};
    show(*entry);
    m_panel.goToField(entry->field);
    remember();
}

void LiveDesk::remove(const QString &field)
{
    if (!m_live.isLive(field))
        return;
    m_chosen = true;
    m_live.remove(field);
    m_entries.removeIf([&](const Entry &each) { return each.field == field; });
    remember();
}

/// Scale and threshold are changed where they are drawn.
void LiveDesk::takeField(const QString &field)
{
    Entry *entry = field.isEmpty() ? nullptr : find(field);
    const MetricField drawn = m_context.store.field(field);
    if (!entry || (entry->logarithmic == drawn.logarithmic && entry->graph.threshold == drawn.threshold))
        return;
    entry->logarithmic = drawn.logarithmic;
    entry->graph.threshold = drawn.threshold;
    m_chosen = true;
    remember();
}

void LiveDesk::follow()
{
    m_panel.plot().setNow(m_context.feed.now().us);
    look();
}

/// Whoever zooms or pans passes by much that nobody wants to see.
void LiveDesk::lookLater()
{
    m_resting = std::make_unique<QObject>();
    connectors::Delay &delay = m_context.delay ? *m_context.delay : m_timers;
    delay.after(rest, m_resting.get(), [this] { look(); });
}

void LiveDesk::look()
{
    const views::MetricPlot &plot = m_panel.plot();
    m_length = plot.range().length();
    m_live.setView(plot.range(), plot.isFollowing(), plot.pixels() > 1 ? plot.pixels() : untilDrawn);
    m_live.setSeen(m_panel.isVisible());
}

/// What comes into sight is asked for at once.
bool LiveDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        lookLater();
    return QObject::eventFilter(watched, event);
}

/// With so many looks of each query.
QByteArray LiveDesk::written(qsizetype looks) const
{
    QJsonArray graphs;
    for (const Entry &entry : m_entries) {
        QJsonArray drawn;
        for (const models::SeriesLook &each : m_context.store.looks().of({entry.graph.source, entry.graph.query}).mid(0, looks))
            drawn.append(QJsonArray{each.name, each.look});
        graphs.append(jsonOf(entry.graph, entry.logarithmic, drawn));
    }
    return QJsonDocument(QJsonObject{{u"queries"_s, graphs}}).toJson(QJsonDocument::Compact);
}

/// A query that is lost has to be typed again, a look is only another colour: looks go first where it is too much.
void LiveDesk::remember()
{
    if (m_file.isEmpty())
        return;
    m_given = false;
    qsizetype looks = models::SeriesLooks::most;
    QByteArray bytes = written(looks);
    while (bytes.size() > longestKept && looks > 0) {
        looks /= 2;
        bytes = written(looks);
    }
    if (bytes != m_remembered)
        m_context.files.keep(m_file, bytes);
    m_remembered = bytes;
}

void LiveDesk::recall()
{
    if (m_file.isEmpty()) {
        m_known = true;
        return followShelf();
    }
    if (const auto given = m_context.files.given(m_file)) // by a window that was closed before; it may be on its way
        return recalled(*given);
    // By the thread that writes it: what is asked meanwhile is not written over what is not read yet.
    const auto read = [path = m_file] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.read(longestRead) : QByteArray();
    };
    takeAnswer(this, m_context.files.later<QByteArray>(read), [this](const QByteArray &bytes) { recalled(bytes); });
}

/// What is damaged counts as nothing.
void LiveDesk::recalled(const QByteArray &bytes)
{
    m_remembered = bytes;
    const QJsonDocument kept = QJsonDocument::fromJson(bytes);
    m_chosen = m_chosen || kept[u"queries"].isArray();
    QList<Entry> entries;
    for (const QJsonValue &each : kept[u"queries"].toArray()) {
        Entry entry{{each[u"source"].toString(), each[u"query"].toString(), each[u"unit"].toString(), {}},
                    each[u"logarithmic"].toBool(),
                    {}};
        if (each[u"threshold"].isDouble())
            entry.graph.threshold = each[u"threshold"].toDouble();
        if (entry.graph.query.isEmpty() || entries.size() >= mostGraphs)
            continue;
        entries.append(entry);
        const QJsonArray looks = each[u"looks"].toArray();
        for (qsizetype i = looks.size() - 1; i >= 0; --i) // who was there last stands first
            m_context.store.looks().remember({entry.graph.source, entry.graph.query}, looks[i][0].toString(),
                                             std::clamp(looks[i][1].toInt(), 0, mostLooks));
    }
    const bool meanwhile = !m_entries.isEmpty();
    m_entries = entries + m_entries; // what was asked for meanwhile stays
    m_known = true;
    followShelf();
    if (meanwhile)
        remember();
}

} // namespace fireline::window
