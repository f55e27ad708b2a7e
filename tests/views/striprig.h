// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memoryfeed.h"
#include "strip/strip.h"
#include "strip/striptext.h"

namespace fireline::test {

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::views;

/// The strip over a live incident, in a window as wide as most.
struct StripRig
{
    explicit StripRig(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s)
        : feed(process, severity)
        , strip(feed, theme, times)
    {
        strip.resize(1366, strip.sizeHint().height());
        strip.show();
    }
    QString value(StripCell cell) const
    {
        const CellWidget *widget = strip.cell(cell);
        return widget->text().variants.value(std::max(0, widget->variant())).value;
    }

    QString caption(StripCell cell) const
    {
        const CellWidget *widget = strip.cell(cell);
        return widget->text().variants.value(std::max(0, widget->variant())).caption;
    }

    MemoryFeed feed;
    Theme theme;
    TimeDisplay times;
    Strip strip;
};

} // namespace fireline::test
