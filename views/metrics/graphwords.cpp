// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/graphwords.h"

#include "text/timedisplay.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::MetricNotice;
using Kind = MetricNotice::Kind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphWords)
};

QString stateText(const MetricNotice &notice, const TimeDisplay &times)
{
    const QString when = notice.atUs != 0 ? times.time({notice.atUs}) : QString();
    switch (notice.kind) {
    case Kind::None: break;
    case Kind::Asking: return Text::tr("Asking %1 …").arg(notice.text);
    case Kind::Empty: return Text::tr("No data: %1 has nothing for this query in this time.").arg(notice.text);
    case Kind::Unreachable: return when.isEmpty() ? notice.text : Text::tr("Not up to date since %1. %2").arg(when, notice.text);
    case Kind::Stale: return Text::tr("Stale since %1, though %2 answers.").arg(when, notice.text);
    case Kind::Frozen:
        return Text::tr("As kept at %1 from %2. Nothing is asked.").arg(times.dayMinute({notice.atUs}), notice.text);
    }
    return {};
}

} // namespace

QString noticeText(const MetricNotice &notice, const TimeDisplay &times)
{
    const QString state = stateText(notice, times);
    return notice.remark.isEmpty() || state.isEmpty() ? state + notice.remark : state + u' ' + notice.remark;
}

bool isGrave(const MetricNotice &notice)
{
    return notice.kind == Kind::Unreachable || notice.kind == Kind::Stale;
}

} // namespace fireline::views
