// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles/rolesdetails.h"

#include "roles/rolesroles.h"
#include "roles/tenure.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace roles = models::roles;
namespace tenure = models::tenure;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::views::RolesPanel)
};

domain::Instant instant(const QModelIndex &index, int role)
{
    return {index.data(role).toLongLong()};
}

QString paragraph(const QString &text)
{
    const bool rightToLeft = directionOf(text, Qt::LeftToRight) == Qt::RightToLeft;
    return u"<p dir='%1'>%2</p>"_s.arg(rightToLeft ? u"rtl"_s : u"ltr"_s, text.toHtmlEscaped());
}

QString list(const QString &heading, const QStringList &items)
{
    if (items.isEmpty())
        return {};
    QString html = u"<p><b>%1</b></p><ul>"_s.arg(heading.toHtmlEscaped());
    for (const QString &item : items)
        html += u"<li>%1</li>"_s.arg(item.toHtmlEscaped());
    return html + u"</ul>"_s;
}

QString holder(const QModelIndex &index, const TimeDisplay &times)
{
    const QString person = isolated(index.data(roles::PersonRole).toString());
    const domain::Instant since = instant(index, roles::SinceRole);
    const domain::Instant seen = instant(index, roles::SeenRole);
    QString html;
    if (since.isSet())
        html += paragraph(Text::tr("%1 has this role since %2.").arg(person, isolatedLtr(times.full(since))));
    if (const QString note = index.data(roles::NoteRole).toString(); !note.isEmpty())
        html += paragraph(Text::tr("For: %1").arg(note));
    if (seen.isSet())
        html += paragraph(Text::tr("%1 was last heard of at %2.").arg(person, isolatedLtr(times.full(seen))));
    if (const QString deputy = index.data(roles::DeputyRole).toString(); !deputy.isEmpty())
        html += paragraph(Text::tr("Deputy: %1.").arg(isolated(deputy)));
    if (const QString next = index.data(roles::NextRole).toString(); !next.isEmpty())
        html += paragraph(Text::tr("%1 is taking over; until then nothing has changed hands.").arg(isolated(next)));
    return html;
}

} // namespace

QString reliefSentence(const QModelIndex &index, const TimeDisplay &times)
{
    const domain::Instant asked = instant(index, roles::ReliefAtRole);
    if (!asked.isSet())
        return {};
    const QString text = Text::tr("%1 asks for relief as %2 since %3.")
                             .arg(isolated(index.data(roles::PersonRole).toString()), index.data(roles::RoleNameRole).toString(),
                                  isolatedLtr(times.dayMinute(asked)));
    const QString to = index.data(roles::ReliefToRole).toString();
    return to.isEmpty() ? text : text + u' ' + Text::tr("Hand over to %1.").arg(isolated(to));
}

QString dutySentence(const QModelIndex &index, const TimeDisplay &times)
{
    const QString role = index.data(roles::RoleNameRole).toString();
    const QString person = isolated(index.data(roles::PersonRole).toString());
    const QString until = isolatedLtr(times.dayMinute(instant(index, roles::LimitRole)));
    const QString zone = times.zoneName(instant(index, roles::LimitRole));
    const bool mine = index.data(roles::IsMeRole).toBool();
    switch (tenure::Load(index.data(roles::LoadRole).toInt())) {
    case tenure::Fine: return {};
    case tenure::Plan:
        return mine ? Text::tr("Plan your handover: your time as %1 ends at %2 %3.").arg(role, until, zone)
                    : Text::tr("Plan the handover of %1: the time of %2 ends at %3 %4.").arg(role, person, until, zone);
    case tenure::Over:
        return mine ? Text::tr("Hand over now: your time as %1 ended at %2 %3.").arg(role, until, zone)
                    : Text::tr("%1 has to be handed over: the time of %2 ended at %3 %4.").arg(role, person, until, zone);
    }
    return {};
}

QString rolesDetails(const QModelIndex &index, const TimeDisplay &times)
{
    if (!index.isValid())
        return {};
    const QString name = index.data(roles::RoleNameRole).toString();
    const QString person = index.data(roles::PersonRole).toString();
    QString html = u"<h4>%1</h4>"_s.arg((name.isEmpty() ? Text::tr("%1 has no role").arg(person) : name).toHtmlEscaped());
    if (!person.isEmpty())
        html += holder(index, times);
    else if (index.data(roles::RequiredRole).toBool())
        html += paragraph(Text::tr("This severity requires the role, and nobody has it."));
    if (const QString relief = reliefSentence(index, times); !relief.isEmpty())
        html += paragraph(relief);
    const QString duty = dutySentence(index, times);
    if (!duty.isEmpty()) {
        const QString advice = index.data(roles::AdviceRole).toString();
        html += paragraph(duty) + (advice.isEmpty() ? QString() : paragraph(advice));
        if (const QString source = index.data(roles::SourceRole).toString(); !source.isEmpty())
            html += paragraph(Text::tr("The process says so in %1.").arg(isolatedLtr(source)));
    }
    html += list(Text::tr("Does"), index.data(roles::DutiesRole).toStringList());
    html += list(Text::tr("Does not"), index.data(roles::AvoidRole).toStringList());
    return html;
}

} // namespace fireline::views
