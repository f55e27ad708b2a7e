// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkedwindow.h"

#include "core/canonicaljson.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "sqlite/sqlitejournal.h"
#include "threadedstore.h"

using namespace Qt::StringLiterals;

namespace fireline::test {

using namespace domain;
using sync::LinkStatus;

void tell(LiveWindow &live, LinkStatus::State state, std::optional<Span> offset)
{
    LinkStatus status;
    status.state = state;
    status.offset = offset;
    live.incident().incident().sharing().linkChanged(status);
}

QStringList told(LiveWindow &live, const QString &id)
{
    QStringList texts;
    for (const views::Message &message : live.incident().window().messages().messages()) {
        if (message.id == id)
            texts.append(message.text);
    }
    return texts;
}

void shareAll(LiveWindow &live)
{
    window::IncidentController &incident = live.incident().incident();
    session::ThreadedStore *store = &incident.store();
    session::OrderedRecord record;
    record.ordered = store
                         ->run<QList<Event>>([store] {
                             QList<Event> events;
                             (void)store->inner()->read(0, [&](qint64, const Event &event) {
                                 events.append(event);
                                 return true;
                             });
                             return events;
                         })
                         .result();
    incident.takeOrder(record);
    tell(live, LinkStatus::State::Online);
}

ServerEvent wroteElsewhere(LiveWindow &live, const QString &who, const QString &type, const QJsonObject &payload, qint64 place)
{
    Event event;
    event.id = u"01910000-0000-7000-8000-00000000000%1"_s.arg(place % 10);
    event.incident = live.feed().state().id;
    event.type = type;
    event.occurredAt = event.recordedAt = live.feed().now();
    event.recordedBy = who;
    event.device = u"01910000-0000-7000-8000-0000000000aa"_s;
    event.deviceSeq = 1;
    event.payload = toCanonicalJson(payload).value();
    event.prevHash = zeroHash();
    event.hash = contentHash(event);
    return {event, place, event.recordedAt, who, false, {}, {}};
}

ServerEvent setElsewhere(LiveWindow &live, const QString &who, const QString &severity, qint64 seen, qint64 place)
{
    return wroteElsewhere(live, who, u"severity.set"_s, {{u"from"_s, u"SEV1"_s}, {u"to"_s, severity}, {u"seen"_s, seen}}, place);
}

} // namespace fireline::test
