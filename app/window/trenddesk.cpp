// SPDX-License-Identifier: GPL-3.0-or-later
#include "trenddesk.h"

#include "alertsources.h"
#include "inbox/inboxpanel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace connectors;
using domain::Instant;
using domain::Outcome;
using domain::Span;
using models::AlertTrend;
using models::TrendLine;

namespace {

constexpr Span Length = Span::hours(3);
constexpr int Pixels = 240;
constexpr Span Fresh = Span::minutes(1);
constexpr Span Past = Span::days(30);
constexpr Span PastStep = Span::minutes(5); ///< 30 days of it are fewer steps than Prometheus refuses

/// In the quotes of PromQL.
QString quoted(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    return u'"' + text + u'"';
}

/// Whether what has these labels is about the alert: it contradicts none of its labels.
bool fits(const Labels &labels, const models::AlertLabels &alert)
{
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        const auto there = alert.constFind(it.key());
        if (it.key() != "alertname"_L1 && there != alert.constEnd() && *there != it.value())
            return false;
    }
    return true;
}

} // namespace

TrendDesk::TrendDesk(AlertSources &sources, models::InboxModel &model, views::InboxPanel &panel)
    : QObject(&panel)
    , m_sources(sources)
    , m_model(model)
    , m_panel(panel)
{
    connect(&panel, &views::InboxPanel::currentChanged, this, &TrendDesk::select);
    // The way to a Prometheus is there once its secrets are.
    connect(&sources, &AlertSources::changed, this, [this] {
        m_asked = m_asked && m_sources.way(models::MonitoringSource::Kind::Prometheus);
        if (!m_asked || m_sources.now() - m_to > Fresh)
            ask();
    });
    select(panel.selected());
}

void TrendDesk::select(const QString &fingerprint)
{
    m_selected = fingerprint;
    m_asking.reset();
    m_asked = false;
    show({});
    ask();
}

void TrendDesk::ask()
{
    const QModelIndex index = m_model.indexOf(m_selected);
    HttpClient *way = m_sources.way(models::MonitoringSource::Kind::Prometheus);
    if (!index.isValid() || !way || !m_sources.isWanted())
        return;
    m_asked = true;
    m_asking = std::make_unique<QObject>();
    m_labels = m_model.alertOf(index).labels;
    m_labels.insert(u"alertname"_s, m_model.alertOf(index).name); // the record keeps it apart
    m_to = m_sources.now();
    const PrometheusClient client(*way);
    client.alertRules(m_asking.get(), [this](const Outcome<QList<AlertRule>> &rules) { takeRules(rules); });
    askFirings(client);
}

void TrendDesk::takeRules(const Outcome<QList<AlertRule>> &rules)
{
    AlertTrend trend;
    trend.length = Length;
    if (!rules) {
        trend.why = rules.problem().text;
        return show(trend);
    }
    const QString name = m_labels.value(u"alertname"_s);
    const QList<AlertRule> &all = rules.value();
    const auto rule = std::find_if(all.begin(), all.end(),
                                   [&](const AlertRule &one) { return one.name == name && fits(one.labels, m_labels); });
    HttpClient *way = m_sources.way(models::MonitoringSource::Kind::Prometheus);
    if (rule == all.end() || !way) {
        trend.why = way ? tr("%1 has no rule for this alert: its trend cannot be shown.").arg(way->access().called())
                        : tr("No Prometheus is set up any more: the trend cannot be shown.");
        return show(trend);
    }
    trend.query = models::trendQuery(rule->query);
    if (trend.query == m_trend.query)
        trend.lines = m_trend.lines; // until there are newer ones
    show(trend);
    const PrometheusClient client(*way);
    askLine(client, TrendLine::When::Now, {});
    askLine(client, TrendLine::When::DayBefore, Span::days(1));
    askLine(client, TrendLine::When::WeekBefore, Span::days(7));
}

void TrendDesk::askLine(const PrometheusClient &client, TrendLine::When when, Span before)
{
    const RangePlan plan = planRange(m_to - Length - before, m_to - before, Pixels);
    client.queryRange(m_trend.query.expression, plan, m_asking.get(),
                      [this, when, from = m_to - Length - before](const auto &result) { takeLine(when, from, result); });
}

// Of several series the one that the alert is about: what remains may be several still, and the first is drawn.
void TrendDesk::takeLine(TrendLine::When when, Instant from, const Outcome<QueryResult> &result)
{
    AlertTrend trend = m_trend;
    if (!result) {
        if (trend.lines.isEmpty())
            trend.why = result.problem().text;
        return show(trend);
    }
    const auto &all = result.value().series;
    const auto series = std::find_if(all.begin(), all.end(),
                                     [this](const SampleSeries &one) { return fits(one.labels, m_labels); });
    if (series == all.end())
        return;
    TrendLine line;
    line.when = when;
    for (const Sample &sample : series->samples)
        line.points.emplace_back(sample.atUs - from.us, sample.value);
    trend.lines.removeIf([when](const TrendLine &other) { return other.when == when; });
    const auto place = std::find_if(trend.lines.begin(), trend.lines.end(),
                                    [when](const TrendLine &other) { return other.when > when; });
    trend.lines.insert(place, line);
    trend.why.clear();
    show(trend);
}

void TrendDesk::askFirings(const PrometheusClient &client)
{
    const QString expression = u"ALERTS{alertstate=\"firing\",alertname=%1}"_s.arg(quoted(m_labels.value(u"alertname"_s)));
    const RangePlan plan = planRange(m_to - Past, m_to, int(Past.us / PastStep.us), PastStep);
    client.queryRange(expression, plan, m_asking.get(),
                      [this, fingerprint = m_selected, step = plan.step](const Outcome<QueryResult> &result) {
                          if (!result)
                              return; // the trend says why
                          QList<Instant> fired;
                          for (const SampleSeries &series : result.value().series) {
                              if (!fits(series.labels, m_labels))
                                  continue;
                              for (const Sample &sample : series.samples)
                                  fired.append(Instant{sample.atUs});
                          }
                          emit firingsKnown(fingerprint, models::firingStarts(fired, step + step));
                      });
}

void TrendDesk::show(const AlertTrend &trend)
{
    m_trend = trend;
    m_panel.setTrend(trend);
}

} // namespace fireline::window
