// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxdesk.h"

#include "alertsources.h"
#include "commanddesk.h"
#include "inbox/inboxpanel.h"
#include "inbox/inboxroles.h"
#include "incidentshelf.h"
#include "takeanswer.h"
#include "trenddesk.h"

#include <QDesktopServices>
#include <QEvent>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace fireline::window {

using domain::Command;
using domain::Instant;
using domain::Verb;
namespace inbox = models::inbox;

InboxDesk::InboxDesk(const Parts &parts, models::InboxModel &model, views::InboxPanel &panel)
    : QObject(&panel)
    , m_parts(parts)
    , m_model(model)
    , m_panel(panel)
    , m_drill(parts.feed.state().drill)
{
    connect(&panel, &views::InboxPanel::silenceRequested, this, &InboxDesk::silence);
    connect(&panel, &views::InboxPanel::endSilenceRequested, this, &InboxDesk::endSilence);
    connect(&panel, &views::InboxPanel::pageRequested, this, &InboxDesk::openPage);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &InboxDesk::askRegister);
    connect(&model, &QAbstractItemModel::modelReset, this, &InboxDesk::askRegister);
    if (m_parts.sources && !m_drill) {
        connect(m_parts.sources, &AlertSources::changed, this, &InboxDesk::take);
        panel.installEventFilter(this);
        const auto *trends = new TrendDesk(*m_parts.sources, model, panel);
        connect(trends, &TrendDesk::firingsKnown, this,
                [this](const QString &fingerprint, const QList<Instant> &starts) { know(fingerprint, Knows::Source, starts); });
    }
    if (m_drill) {
        connect(&panel, &views::InboxPanel::currentChanged, this, &InboxDesk::showNoTrend);
        showNoTrend(panel.selected());
    }
    panel.setReadings(m_parts.sources ? m_parts.sources->readings() : QList<models::SourceReading>(), m_drill);
    askRegister();
}

void InboxDesk::showNoTrend(const QString &fingerprint)
{
    models::AlertTrend trend;
    if (!fingerprint.isEmpty())
        trend.why = tr("No trend: a drill asks no Prometheus. What it has of metrics is in the graphs.");
    m_panel.setTrend(trend);
}

bool InboxDesk::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Paint || event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &InboxDesk::look, Qt::QueuedConnection); // a panel that is being painted must not change
    return false;
}

// Behind a tab it is visible by name only, and nothing says when it goes there: each answer looks again.
void InboxDesk::look()
{
    m_parts.sources->want(this, m_panel.isVisible() && !m_panel.visibleRegion().isEmpty());
}

void InboxDesk::take()
{
    m_panel.setReadings(m_parts.sources->readings(), m_drill);
    follow();
    look();
}

// Once for each change: what the record refuses today it refuses in fifteen seconds too.
void InboxDesk::follow()
{
    for (Command command : m_model.followCommands()) {
        const bool isAgain = command.verb == Verb::Alert;
        const QString key = isAgain ? command.args.value(u"fields"_s).toObject().value(u"fingerprint"_s).toString() + u'@'
                                          + QString::number(command.at.us)
                                    : command.text(u"ref") + u' ' + QString::number(int(command.verb));
        if (m_followed.contains(key))
            continue;
        m_followed.insert(key);
        if (!isAgain)
            command.args.insert(u"why"_s, tr("as its source says"));
        m_parts.desk.note(command);
    }
}

void InboxDesk::askRegister()
{
    if (!m_parts.shelf || m_drill)
        return;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        const QString fingerprint = index.data(inbox::FingerprintRole).toString();
        if (m_asked.contains(fingerprint))
            continue;
        m_asked.insert(fingerprint);
        const Instant before{index.data(inbox::StartsAtRole).toLongLong()};
        takeAnswer(this, m_parts.shelf->firings(fingerprint, before),
                   [this, fingerprint](const QList<Instant> &firings) { know(fingerprint, Knows::Register, firings); });
    }
}

void InboxDesk::know(const QString &fingerprint, Knows who, const QList<Instant> &firings)
{
    QHash<Knows, QList<Instant>> &known = m_firings[fingerprint];
    known.insert(who, firings);
    m_model.setEarlier(fingerprint, known.value(Knows::Register) + known.value(Knows::Source));
}

// The record says so only once the source does.
void InboxDesk::silence(const QString &fingerprint, domain::Span length, const QString &why)
{
    const auto told = [this, fingerprint, why, length](const QString &whyNot) {
        m_panel.answered(fingerprint, whyNot);
        const QModelIndex index = m_model.indexOf(fingerprint);
        const QString record = index.isValid() ? index.data(inbox::RecordRole).toString() : QString();
        if (!whyNot.isEmpty() || record.isEmpty())
            return;
        Command command;
        command.verb = Verb::SilenceAlert;
        command.args = {{u"ref"_s, record}, {u"why"_s, tr("for %n minutes: %1", nullptr, int(length.us / 60'000'000)).arg(why)}};
        m_parts.desk.note(command);
    };
    if (m_parts.sources)
        m_parts.sources->silence(fingerprint, length, m_parts.feed.profile(), why, this, told);
}

void InboxDesk::endSilence(const QString &fingerprint, const QString &why)
{
    const auto told = [this, fingerprint, why](const QString &whyNot) {
        m_panel.answered(fingerprint, whyNot);
        const QModelIndex index = m_model.indexOf(fingerprint);
        const QString record = index.isValid() ? index.data(inbox::RecordRole).toString() : QString();
        if (!whyNot.isEmpty() || record.isEmpty())
            return;
        m_followed.remove(record + u' ' + QString::number(int(Verb::SilenceAlert)));
        Command command;
        command.args = {{u"text"_s, why.isEmpty() ? tr("The silence of %1 was ended.").arg(u'#' + record)
                                                  : tr("The silence of %1 was ended: %2").arg(u'#' + record, why)}};
        m_parts.desk.note(command);
    };
    if (m_parts.sources)
        m_parts.sources->endSilences(fingerprint, this, told);
}

void InboxDesk::openPage(const QString &address)
{
    if (!QDesktopServices::openUrl(QUrl(address)))
        m_parts.desk.tell({domain::Problem::Kind::Io,
                           u"page"_s,
                           tr("No program opens pages here. The address is %1").arg(address),
                           {},
                           {},
                           {}});
}

} // namespace fireline::window
