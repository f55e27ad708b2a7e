// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinedetails.h"

#include "text/timedisplay.h"
#include "theme/theme.h"
#include "timeline/diffhtml.h"
#include "timeline/kindwords.h"
#include "timeline/timelinebadges.h"
#include "timeline/timelineroles.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace fireline::views {

using domain::Instant;
using models::EntryChange;
using Role = models::TimelineRole;

namespace {

/// A paragraph in the direction of its own first strong letter.
QString paragraph(const QString &text)
{
    return u"<p dir=\"%1\">%2</p>"_s.arg(text.isRightToLeft() ? u"rtl"_s : u"ltr"_s,
                                         text.toHtmlEscaped().replace(u'\n', u"<br>"_s));
}

QString plainText(const QVariant &value)
{
    return value.toString().toHtmlEscaped();
}

} // namespace

TimelineDetails::TimelineDetails(Theme &theme, const TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_text(new QTextBrowser(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_text->setObjectName(u"timeline.details"_s);
    m_text->setAccessibleName(tr("Details of the entry"));
    m_text->setToolTip(tr("The whole entry and its earlier versions. Esc closes it."));
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    row->addWidget(m_text, 1);
    auto *close = new QToolButton(this);
    close->setObjectName(u"timeline.details.close"_s);
    close->setIcon(theme.icon(u"close"_s));
    close->setAccessibleName(tr("Close the details"));
    close->setToolTip(close->accessibleName());
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &TimelineDetails::closed);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(&theme, &Theme::changed, this, &TimelineDetails::render);
    connect(&times, &TimeDisplay::changed, this, &TimelineDetails::render);
}

void TimelineDetails::showRow(const QModelIndex &row)
{
    const QString eventId = row.data(int(Role::EventId)).toString();
    if (eventId != m_eventId)
        m_events.clear();
    m_row = row;
    m_eventId = eventId;
    render();
}

void TimelineDetails::showChanges(const QString &eventId, const QList<domain::Event> &events)
{
    if (eventId != m_eventId)
        return;
    m_events = events;
    render();
}

QString TimelineDetails::bothZones(Instant t) const
{
    const auto in = [&](const QTimeZone &zone, const QString &name) {
        return t.toUtc().toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss"_s) + u' ' + name;
    };
    const QString utc = in(QTimeZone::utc(), u"UTC"_s);
    const QTimeZone local = m_times.local();
    const QString name = local.abbreviation(t.toUtc());
    return name == "UTC"_L1 ? utc : utc + u" · "_s + in(local, name);
}

QString TimelineDetails::muted(const QString &html) const
{
    return u"<span style=\"color:%1\">%2</span>"_s.arg(m_theme.ink(Ink::Muted).name(), html);
}

QString TimelineDetails::headHtml() const
{
    const auto value = [&](Role role) { return m_row.data(int(role)); };
    const QString object = value(Role::ObjectRef).toString();
    QString title = u"<b>%1</b> · %2"_s.arg(models::kindWord(value(Role::Kind).toString()).toHtmlEscaped(),
                                            plainText(value(Role::Actor)));
    if (const QString ref = plainText(value(Role::Ref)); !ref.isEmpty())
        title += u" · #"_s + ref;
    if (!object.isEmpty())
        title += u" · #"_s + object.toHtmlEscaped();
    QStringList facts{tr("Happened %1").arg(bothZones({value(Role::At).toLongLong()})),
                      tr("Recorded %1").arg(bothZones({value(Role::RecordedAt).toLongLong()}))};
    for (const TimelineBadge &badge : timelineBadges(m_row))
        facts.append(badge.text.toHtmlEscaped());
    const QString sha256 = value(Role::Evidence).toString();
    if (!sha256.isEmpty())
        facts.append(u"SHA-256 <code>%1</code>"_s.arg(sha256.toHtmlEscaped()));
    return u"<p>"_s + title + u"</p>"_s + paragraph(value(Role::Text).toString()) + u"<p>"_s + muted(facts.join(u"<br>"_s))
           + u"</p>"_s;
}

QString TimelineDetails::changeHtml(const EntryChange &change) const
{
    using Kind = EntryChange::Kind;
    const QString who = change.who.toHtmlEscaped();
    QString said;
    switch (change.kind) {
    case Kind::Posted: said = tr("Recorded by %1").arg(who); break;
    case Kind::Text: said = tr("Text corrected by %1").arg(who); break;
    case Kind::KindOfRow:
        said = tr("Kind corrected by %1 from %2 to %3")
                   .arg(who, models::kindWord(change.before).toHtmlEscaped(), models::kindWord(change.after).toHtmlEscaped());
        break;
    case Kind::Time:
        said = tr("Time corrected by %1 from %2 to %3").arg(who, bothZones(change.from), bothZones(change.to));
        break;
    case Kind::Retracted: said = tr("Retracted by %1").arg(who); break;
    case Kind::Restored: said = tr("Restored by %1").arg(who); break;
    }
    QStringList lines{said + u' ' + muted(bothZones(change.recordedAt))};
    if (!change.recordedBy.isEmpty())
        lines.append(muted(tr("Typed at the console of %1").arg(change.recordedBy.toHtmlEscaped())));
    if (!change.diff.isEmpty())
        lines.append(diffHtml(change.diff, m_theme));
    if (!change.why.isEmpty())
        lines.append(tr("Reason: %1").arg(change.why.toHtmlEscaped()));
    return u"<p>"_s + lines.join(u"<br>"_s) + u"</p>"_s;
}

void TimelineDetails::render()
{
    if (!m_row.isValid()) {
        m_text->clear();
        return;
    }
    if (m_row.data(int(Role::FoldCount)).toInt() > 0) {
        m_text->setHtml(paragraph(m_row.data(int(Role::Text)).toString()));
        return;
    }
    QString html = headHtml();
    const QList<EntryChange> changes = models::changesOf(m_eventId, m_events);
    for (const EntryChange &change : changes)
        html += changeHtml(change);
    if (!changes.isEmpty()) {
        for (const domain::Event &event : m_events) {
            if (event.id == m_eventId)
                html += u"<p>"_s + muted(tr("Hash of the event %1").arg(QString::fromLatin1(event.hash.toHex()))) + u"</p>"_s;
        }
    }
    m_text->setHtml(html);
}

void TimelineDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace fireline::views
