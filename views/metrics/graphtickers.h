// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/plotlibrary.h"

namespace fireline::views {

/// Times at round places of the shown zone, written as short as the range allows. Owned by the axes that share it.
class GraphTimeTicker : public QCPAxisTickerDateTime
{
public:
    explicit GraphTimeTicker(const QTimeZone &zone);
    void setZone(const QTimeZone &zone);

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    double getTickStep(const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override;

private:
    QTimeZone m_zone;
    double m_length = 0;
};

/// Numbers that stay short: 50 M, 0.25, 1.5 k.
class GraphNumberTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override;
};

/// The same on a logarithmic scale: powers of ten, with 2 and 5 between where there are few.
class GraphLogTicker : public GraphNumberTicker
{
protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
};

} // namespace fireline::views
