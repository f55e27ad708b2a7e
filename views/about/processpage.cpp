// SPDX-License-Identifier: GPL-3.0-or-later
#include "about/processpage.h"

#include "clocks/runningclock.h"
#include "process/process.h"
#include "report/metrics.h"
#include "text/spantext.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace fireline::views {

using namespace domain;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::views::ProcessPanel)
};

QString paragraph(const QString &text)
{
    const bool rightToLeft = directionOf(text, Qt::LeftToRight) == Qt::RightToLeft;
    return u"<p dir='%1'>%2</p>"_s.arg(rightToLeft ? u"rtl"_s : u"ltr"_s, text.toHtmlEscaped());
}

/// `items` are HTML.
QString section(const QString &heading, const QStringList &items)
{
    if (items.isEmpty())
        return {};
    return u"<h4>%1</h4><ul><li>%2</li></ul>"_s.arg(heading.toHtmlEscaped(), items.join(u"</li><li>"_s));
}

QStringList escaped(QStringList texts)
{
    for (QString &text : texts)
        text = text.toHtmlEscaped();
    return texts;
}

QString dateText(const QDate &date)
{
    return isolatedLtr(date.toString(Qt::ISODate));
}

QString header(const Process &process)
{
    QString html = u"<h3>%1</h3>"_s.arg(process.title.toHtmlEscaped());
    if (process.status == ProcessStatus::Draft)
        html += paragraph(Text::tr("▲ This process is a draft. What it asks for may still change."));
    if (process.status == ProcessStatus::Retired)
        html += paragraph(Text::tr("▲ This process is retired. Another one is in force."));
    QStringList lines{Text::tr("Version %1").arg(isolated(process.version))};
    if (!process.owner.isEmpty())
        lines.append(Text::tr("Owner: %1").arg(isolated(process.owner)));
    if (!process.audience.isEmpty())
        lines.append(Text::tr("For: %1").arg(isolated(process.audience)));
    if (process.effective.isValid())
        lines.append(Text::tr("In force since %1").arg(dateText(process.effective)));
    if (process.reviewed.isValid())
        lines.append(Text::tr("Reviewed on %1").arg(dateText(process.reviewed)));
    if (process.distribution == Distribution::Internal)
        lines.append(Text::tr("Internal: nothing of its text is for customers."));
    for (const QString &line : std::as_const(lines))
        html += paragraph(line);
    return html;
}

QStringList phases(const Process &process)
{
    QStringList items;
    for (const PhaseDef &phase : process.phases)
        items.append(
            (phase.steps.isEmpty() ? phase.name : Text::tr("%1: %2").arg(phase.name, phase.steps.join(u"; "_s))).toHtmlEscaped());
    return items;
}

QStringList measures(const Process &process, const IncidentState &state, Instant now)
{
    QStringList items;
    for (const MetricValue &metric : metricValues(state, process, now))
        items.append((metric.value ? Text::tr("%1: %2").arg(metric.name, isolatedLtr(toShortText(*metric.value)))
                                   : Text::tr("%1: not known yet").arg(metric.name))
                         .toHtmlEscaped());
    return items;
}

// What is no address is told as it stands: a document may only say what belongs there.
QStringList links(const Process &process)
{
    QStringList items;
    for (const ResourceDef &resource : process.resources) {
        const QUrl url(resource.link, QUrl::StrictMode);
        const QString link = resource.link.toHtmlEscaped();
        const bool opens = QStringList{u"http"_s, u"https"_s, u"mailto"_s}.contains(url.scheme());
        items.append(u"%1: %2"_s.arg(resource.name.toHtmlEscaped(), opens ? u"<a href=\"%1\">%1</a>"_s.arg(link) : link));
    }
    return items;
}

QStringList contacts(const Process &process)
{
    QStringList items;
    for (const ContactDef &contact : process.contacts) {
        QStringList ways{contact.phone, contact.mail, contact.handle};
        ways.removeAll(QString());
        const QString name = contact.via.isEmpty() ? contact.name : Text::tr("%1, by %2").arg(contact.name, contact.via);
        items.append((ways.isEmpty() ? name : Text::tr("%1: %2").arg(name, isolatedLtr(ways.join(u", "_s)))).toHtmlEscaped());
    }
    return items;
}

QStringList rooms(const Process &process)
{
    QStringList items;
    for (auto it = process.systems.cbegin(); it != process.systems.cend(); ++it) {
        QString channel = it.value().value(u"channel"_s).toString();
        const QString threads = it.value().value(u"threads"_s).toString();
        if (channel.isEmpty())
            continue;
        if (!channel.startsWith(u'#'))
            channel.prepend(u'#');
        items.append(Text::tr("Channel in %1: %2").arg(it.key(), isolatedLtr(channel)).toHtmlEscaped());
        if (threads == "forbid"_L1)
            items.append(Text::tr("Nothing is said in threads: what stands there is lost to the record.").toHtmlEscaped());
    }
    return items;
}

QStringList reviewsOfTheProcess(const Process &process, Instant now, const TimeDisplay &times)
{
    QStringList items;
    for (const RunningClock &clock : processClocks(process, {}, now))
        items.append((clock.state == RunningClock::State::Late
                          ? Text::tr("%1: late since %2").arg(clock.text, isolatedLtr(times.full(clock.late)))
                          : Text::tr("%1: due by %2").arg(clock.text, isolatedLtr(times.full(clock.late))))
                         .toHtmlEscaped());
    return items;
}

/// What no other panel offers: how to behave, what was success, what a meeting goes through.
bool isReadHere(const ListRule &list)
{
    const bool elsewhere = list.forKind == ListRule::For::Act && list.forAct == Act::MitigationApply;
    return list.use == ListUse::Criteria || list.use == ListUse::Agenda || (list.use == ListUse::Options && !elsewhere);
}

QString lists(const Process &process)
{
    QString html;
    for (const ListRule &list : process.lists) {
        if (!isReadHere(list))
            continue;
        QString title = list.rule.say;
        for (const ReviewDef &review : process.reviews) {
            if (title.isEmpty() && review.agenda == list.rule.id)
                title = Text::tr("Agenda: %1").arg(review.name);
        }
        if (title.isEmpty())
            title = Text::tr("To go through (%1)").arg(list.rule.cite());
        QStringList items;
        for (const ListItem &item : list.items)
            items.append((item.minutes > 0 ? Text::tr("%1 (minutes: %2)").arg(item.label()).arg(item.minutes) : item.label())
                             .toHtmlEscaped());
        html += section(title, items);
    }
    return html;
}

QStringList words(const Process &process)
{
    QStringList items;
    for (const GlossaryEntry &entry : process.glossary)
        items.append(u"<b>%1</b>: %2"_s.arg(entry.term.toHtmlEscaped(), entry.meaning.toHtmlEscaped()));
    return items;
}

QStringList assumptions(const Process &process)
{
    QStringList items;
    for (const Assumption &assumption : process.assumptions)
        items.append(u"%1: %2"_s.arg(assumption.rule.toHtmlEscaped(), assumption.text.toHtmlEscaped()));
    return items;
}

} // namespace

QString processPage(const Process &process, const IncidentState &state, Instant now, const TimeDisplay &times)
{
    QString html = header(process);
    html += section(Text::tr("Principles"), escaped(process.principles));
    html += section(Text::tr("Phases and their steps"), phases(process));
    html += lists(process);
    html += section(Text::tr("Measured in this incident"), measures(process, state, now));
    html += section(Text::tr("Links"), links(process));
    html += section(Text::tr("Whom it names"), contacts(process));
    html += section(Text::tr("Where it is talked about"), rooms(process));
    html += section(Text::tr("Due for the process itself, counted from its own dates"), reviewsOfTheProcess(process, now, times));
    html += section(Text::tr("Words"), words(process));
    html += section(Text::tr("Numbers and readings that are ours, not the document's"), assumptions(process));
    return html;
}

} // namespace fireline::views
