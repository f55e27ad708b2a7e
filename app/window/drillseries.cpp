// SPDX-License-Identifier: GPL-3.0-or-later
#include "drillseries.h"

#include "metricsdesk.h"
#include "takeanswer.h"

#include <QPointer>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace fireline::window {

using domain::Outcome;
using domain::Problem;
using models::MetricSeries;
using models::SeriesAnswer;
using models::SeriesQuestion;

namespace {

constexpr qint64 second = 1000000;

/// Without labels and unit: http_errors of http_errors{region="eu"}, latency of latency (ms).
QString baseOf(const QString &name)
{
    return name.section(u'{', 0, 0).section(u" ("_s, 0, 0).trimmed();
}

qint64 stepOf(const MetricSeries &series)
{
    return series.points.size() < 2 ? second : std::max(second, series.points[1].atUs - series.points[0].atUs);
}

} // namespace

DrillSeries::DrillSeries(QString path, QObject *parent) : QObject(parent), m_path(std::move(path)) { }

QString DrillSeries::name() const
{
    return tr("the drill");
}

void DrillSeries::ask(const SeriesQuestion &question, QObject *receiver, const Told &told)
{
    whenRead([this, question, to = QPointer(receiver), told] {
        if (to)
            told(answer(question));
    });
}

void DrillSeries::askNames(QObject *receiver, const NamesTold &told)
{
    whenRead([this, to = QPointer(receiver), told] {
        if (!to || !*m_file)
            return;
        QStringList names;
        for (const MetricSeries &each : m_file->value().series)
            names.append(baseOf(each.name));
        names.removeDuplicates();
        told(names);
    });
}

void DrillSeries::whenRead(const std::function<void()> &tell)
{
    if (m_file) {
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        return;
    }
    m_waiting.emplace_back(tell);
    read();
}

void DrillSeries::read()
{
    if (std::exchange(m_reading, true))
        return;
    const auto job = [path = m_path] {
        const std::atomic_bool abandoned = false;
        return MetricsDesk::readFile(path, QTimeZone::utc(), abandoned);
    };
    takeAnswer(this, elsewhere<File>(job), [this](const File &file) {
        m_file = file;
        for (const auto &tell : std::exchange(m_waiting, {}))
            tell();
    });
}

Outcome<SeriesAnswer> DrillSeries::answer(const SeriesQuestion &question) const
{
    if (!*m_file)
        return m_file->problem();
    SeriesAnswer answer;
    QStringList known;
    const QString query = question.query.trimmed();
    for (const MetricSeries &each : m_file->value().series) {
        known.append(baseOf(each.name));
        if (each.name != query && baseOf(each.name) != query)
            continue;
        MetricSeries part{each.name, each.unit, {}};
        part.points.assign(models::firstFrom(each.points, question.fromUs), models::firstFrom(each.points, question.toUs + 1));
        answer.stepUs = std::max(answer.stepUs, stepOf(each));
        answer.series.push_back(std::move(part));
    }
    known.removeDuplicates();
    if (answer.series.empty())
        return Problem{Problem::Kind::NotFound,
                       u"unknown"_s,
                       tr("The drill has no series \"%1\". There are: %2.").arg(query, known.join(u", "_s)),
                       {},
                       {},
                       {}};
    return answer;
}

} // namespace fireline::window
