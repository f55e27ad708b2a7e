// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinebadges.h"

#include "core/instant.h"
#include "feed/incidentfeed.h"
#include "timeline/timelineroles.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace fireline::views {

using Role = models::TimelineRole;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimelineBadge)
};

QVariant value(const QModelIndex &index, Role role)
{
    return index.data(int(role));
}

void addSavedState(QList<TimelineBadge> &badges, const QModelIndex &index)
{
    switch (models::Saved(value(index, Role::Saved).toInt())) {
    case models::Saved::Saving: badges.append({u"saving"_s, Words::tr("saving"), Ink::Muted}); break;
    case models::Saved::NotSaved: badges.append({u"not-saved"_s, Words::tr("not saved"), Ink::Error}); break;
    case models::Saved::Unconfirmed: badges.append({u"offline"_s, Words::tr("unconfirmed"), Ink::Warn}); break;
    case models::Saved::Saved: break;
    }
}

void addRetraction(QList<TimelineBadge> &badges, const QModelIndex &index)
{
    if (!value(index, Role::Retracted).toBool())
        return;
    if (value(index, Role::Refused).toBool()) {
        badges.append({u"conflict"_s, Words::tr("refused"), Ink::Error});
        badges.append({{}, value(index, Role::RetractedWhy).toString(), Ink::Muted});
        return;
    }
    const QString who = value(index, Role::RetractedBy).toString();
    const QString why = value(index, Role::RetractedWhy).toString();
    const QString text = why.isEmpty() ? Words::tr("retracted by %1").arg(who)
                                       //: %1 who retracted the entry, %2 the reason
                                       : Words::tr("retracted by %1: %2").arg(who, why);
    badges.append({u"retract"_s, text, Ink::Warn});
}

void addCorrections(QList<TimelineBadge> &badges, const QModelIndex &index)
{
    if (value(index, Role::CorrectedLater).toBool())
        badges.append({u"correct"_s, Words::tr("corrected later"), Ink::Warn});
    if (const int count = value(index, Role::CorrectedCount).toInt())
        badges.append({u"correct"_s, Words::tr("corrected %n×", nullptr, count), Ink::Muted});
}

} // namespace

QList<TimelineBadge> timelineBadges(const QModelIndex &index)
{
    QList<TimelineBadge> badges;
    if (value(index, Role::FoldCount).toInt() > 0)
        return badges;
    addSavedState(badges, index);
    if (value(index, Role::HiddenByFilter).toBool())
        badges.append({u"filter"_s, Words::tr("outside the filter – show all"), Ink::Link});
    if (value(index, Role::Unsent).toBool())
        badges.append({u"edit"_s, Words::tr("draft, not sent"), Ink::Warn});
    if (value(index, Role::Breach).toBool())
        badges.append({u"breach"_s, Words::tr("breach"), Ink::Error});
    addRetraction(badges, index);
    addCorrections(badges, index);
    if (const qint64 late = value(index, Role::LateBy).toLongLong())
        //: An entry recorded this long after it happened
        badges.append({u"late"_s, Words::tr("late entry, %1").arg(domain::toShortText(domain::Span::micros(late))), Ink::Warn});
    if (!value(index, Role::Evidence).toString().isEmpty())
        badges.append({u"evidence"_s, Words::tr("attachment"), Ink::Muted});
    if (value(index, Role::HandsOn).toBool())
        badges.append({u"system"_s, Words::tr("hands on"), Ink::Muted});
    if (value(index, Role::Imported).toBool())
        badges.append({u"imported"_s, Words::tr("imported"), Ink::Muted});
    for (const QString &tag : value(index, Role::Tags).toStringList())
        badges.append({{}, u'#' + tag, Ink::Muted});
    return badges;
}

QString kindIcon(QStringView kind)
{
    // Most icons are named like their kind.
    static const QHash<QStringView, QString> others = {{u"flag", u"warning"_s},
                                                       {u"rootcause", u"key"_s},
                                                       {u"correction", u"correct"_s},
                                                       {u"attachment", u"attach"_s},
                                                       {u"review", u"recent"_s}};
    return others.value(kind, kind.toString());
}

} // namespace fireline::views
