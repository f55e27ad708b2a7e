// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/seriessource.h"

#include <QList>
#include <QMetaObject>
#include <QPointer>

#include <utility>

namespace fireline::test {

/// A source of series that a test plays: it keeps every question until it is answered, by hand or from what it has.
class PlayedSeries : public models::SeriesSource
{
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("played"); }
    [[nodiscard]] QString name() const override { return given.isEmpty() ? place() : given; }
    [[nodiscard]] QString place() const override { return QStringLiteral("Prometheus at here"); }
    void ask(const models::SeriesQuestion &question, QObject *receiver, const Told &told) override
    {
        asked.append(question);
        m_open.append({QPointer(receiver), told});
    }

    /// The oldest that is open.
    void answer(const domain::Outcome<models::SeriesAnswer> &outcome)
    {
        const auto [receiver, told] = m_open.takeFirst();
        if (receiver)
            told(outcome);
    }
    /// From what it has, in the range that was asked for.
    void answer()
    {
        const models::SeriesQuestion question = asked.at(asked.size() - m_open.size());
        models::SeriesAnswer said;
        said.stepUs = question.stepUs > 0 ? question.stepUs : stepUs;
        for (const models::MetricSeries &each : has) {
            models::MetricSeries part{each.name, each.unit, {}};
            part.points.assign(models::firstFrom(each.points, question.fromUs),
                               models::firstFrom(each.points, question.toUs + 1));
            if (!part.points.empty())
                said.series.push_back(std::move(part));
        }
        answer(said);
    }
    void fail(const QString &text)
    {
        answer(domain::Problem{domain::Problem::Kind::Io, QStringLiteral("unreachable"), text, {}, {}, {}});
    }
    [[nodiscard]] bool isOpen() const { return !m_open.isEmpty(); }
    [[nodiscard]] qsizetype openCount() const { return m_open.size(); }

    QString given; ///< its name, by people
    std::vector<models::MetricSeries> has;
    qint64 stepUs = 1000000;
    QList<models::SeriesQuestion> asked;

private:
    QList<std::pair<QPointer<QObject>, Told>> m_open;
};

} // namespace fireline::test
