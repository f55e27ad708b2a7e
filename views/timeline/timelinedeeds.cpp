// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinedeeds.h"

#include "entry/entry.h"
#include "timeline/timelineroles.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

using domain::Verb;
using Role = models::TimelineRole;

QString TimelineDeeds::ref() const
{
    return m_row.data(int(Role::Ref)).toString();
}

QString TimelineDeeds::correction() const
{
    const QJsonObject fields{{u"text"_s, m_row.data(int(Role::Text)).toString()}};
    return domain::formatEntry({Verb::Correct, {}, {}, {{u"ref"_s, ref()}, {u"fields"_s, fields}}});
}

domain::Command TimelineDeeds::pinning() const
{
    return {Verb::Pin, {}, {}, {{u"ref"_s, ref()}}};
}

QString TimelineDeeds::reference() const
{
    const QString object = m_row.data(int(Role::ObjectRef)).toString();
    return u'#' + (object.isEmpty() ? ref() : object) + u' ';
}

QString TimelineDeeds::retraction() const
{
    const bool retracted = m_row.data(int(Role::Retracted)).toBool();
    return (retracted ? u"/restore #%1 "_s : u"/retract #%1 "_s).arg(ref());
}

QString TimelineDeeds::lineAfter(domain::Instant now) const
{
    const domain::Instant at{m_row.data(int(Role::At)).toLongLong()};
    // A clock alone is read as the last such moment; further back the day is needed.
    const bool recent = now - at < domain::Span::hours(12);
    const QString form = recent ? u"HH:mm:ss"_s : u"yyyy-MM-dd'T'HH:mm:ss"_s;
    // A clock is written in whole seconds: the next one stands below the row.
    const domain::Instant below{(at.us + 999999) / 1000000 * 1000000};
    return below.toUtc().toString(form) + u"Z "_s;
}

} // namespace fireline::views
