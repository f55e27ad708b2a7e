// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/componenttext.h"

#include "components/componentsroles.h"
#include "text/timedisplay.h"

#include <QCoreApplication>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace components = models::components;
using domain::Instant;
using models::ComponentState;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ComponentText)
};

QString stateOf(const QVariantMap &told)
{
    return componentStateText(ComponentState(told.value(u"state"_s).toInt()));
}

Instant timeOf(const QVariantMap &told)
{
    return {told.value(u"at"_s).toLongLong()};
}

QList<QVariantMap> toldOf(const QModelIndex &index)
{
    QList<QVariantMap> all;
    const QVariantList list = index.data(components::ToldRole).toList();
    for (const QVariant &one : list)
        all.append(one.toMap());
    return all;
}

QString paragraph(const QString &text)
{
    return u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
}

QString audienceLine(const QVariantMap &told, const TimeDisplay &times)
{
    const QString line = Text::tr("%1 was told at %2 by %3: %4.")
                             .arg(told.value(u"audience"_s).toString(), times.full(timeOf(told)),
                                  told.value(u"update"_s).toString(), stateOf(told));
    return told.value(u"differs"_s).toBool() ? Text::tr("▲ %1 That is not what is known now.").arg(line) : line;
}

} // namespace

QString componentStateText(ComponentState state)
{
    switch (state) {
    case ComponentState::Operational: return Text::tr("○ operational");
    case ComponentState::Degraded: return Text::tr("◔ degraded performance");
    case ComponentState::PartialOutage: return Text::tr("◑ partial outage");
    case ComponentState::MajorOutage: return Text::tr("● major outage");
    case ComponentState::Maintenance: return Text::tr("◇ under maintenance");
    }
    return {};
}

QString componentKnownText(const QModelIndex &index, const TimeDisplay &times)
{
    const int known = index.data(components::KnownRole).toInt();
    if (known < 0)
        return Text::tr("nothing stated yet");
    const Instant at{index.data(components::KnownAtRole).toLongLong()};
    const QString state = componentStateText(ComponentState(known));
    return at.isSet() ? Text::tr("%1 · %2, %3", "state, who said so, when")
                            .arg(state, index.data(components::KnownByRole).toString(), times.dayMinute(at))
                      : state;
}

QString componentToldText(const QModelIndex &index, const TimeDisplay &times)
{
    const QList<QVariantMap> all = toldOf(index);
    switch (index.data(components::TellingRole).toInt()) {
    case components::NothingToTell: return {};
    case components::Untold: return Text::tr("▲ Nobody was told.");
    case components::ToldOtherwise: {
        QList<QVariantMap> others = all;
        others.removeIf([](const QVariantMap &told) { return !told.value(u"differs"_s).toBool(); });
        const QVariantMap &first = others.first();
        const QString line = Text::tr("▲ Told %1 at %2: %3")
                                 .arg(first.value(u"audience"_s).toString(), times.dayMinute(timeOf(first)), stateOf(first));
        const int more = int(others.size()) - 1;
        return more == 0 ? line : Text::tr("%1, and %n more otherwise", "who was told otherwise", more).arg(line);
    }
    default: break;
    }
    if (all.isEmpty())
        return {};
    return Text::tr("Told %1 at %2: %3")
        .arg(all.first().value(u"audience"_s).toString(), times.dayMinute(timeOf(all.first())), stateOf(all.first()));
}

QString componentDetails(const QModelIndex &index, const TimeDisplay &times)
{
    if (!index.isValid())
        return {};
    QString html = u"<p><b>%1</b></p>"_s.arg(index.data().toString().toHtmlEscaped());
    html += paragraph(Text::tr("Known here: %1").arg(componentKnownText(index, times)));
    const QList<QVariantMap> all = toldOf(index);
    if (all.isEmpty())
        html += paragraph(Text::tr("No update that names components was sent."));
    for (const QVariantMap &told : all)
        html += paragraph(audienceLine(told, times));
    return html;
}

} // namespace fireline::views
