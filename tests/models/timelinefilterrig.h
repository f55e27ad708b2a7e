// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memoryfeed.h"
#include "timeline/timelinefilter.h"
#include "timelinerows.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <memory>

namespace fireline::test {

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;

/// A test of the filtered timeline: begin() makes an incident, its timeline and the filter anew, told line by line.
class TimelineFilterTest : public QObject
{
protected:
    void begin(bool isDrill = false)
    {
        m_tester.reset();
        m_filter.reset();
        m_model.reset();
        m_feed = std::make_unique<MemoryFeed>(u"severity-ladder"_s, u"2"_s, u"ana"_s, false, isDrill);
        m_model = std::make_unique<TimelineModel>(*m_feed);
        m_filter = std::make_unique<TimelineFilter>(*m_model);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_filter.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    /// A second later; the entry's number.
    QString said(const QString &line, const QString &as = {})
    {
        m_feed->advance(Span::seconds(1));
        if (!m_feed->line(line, as))
            qFatal("%s", qPrintable(line));
        return u"E%1"_s.arg(m_feed->state().entries.size());
    }

    std::unique_ptr<MemoryFeed> m_feed;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<TimelineFilter> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace fireline::test
