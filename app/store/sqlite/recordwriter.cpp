// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/recordwriter.h"

#include "core/canonicaljson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::store {

using domain::Event;
using domain::Outcome;
using domain::Problem;
using domain::RecordedHead;
using Kind = Problem::Kind;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::store::SqliteJournal)
};

} // namespace

Outcome<void> RecordWriter::check(const Event &event, const QString &incident)
{
    const auto damaged = [&](const QString &why) {
        return Problem{Kind::Damaged, u"chain"_s, Text::tr("The event %1 was not recorded: %2.").arg(event.id, why), {}, {}, {}};
    };
    if (EventTable::idBytes(event.id).isEmpty() || EventTable::idBytes(event.incident).isEmpty())
        return damaged(Text::tr("its id is not a UUID"));
    if (event.incident != incident)
        return Problem{Kind::Refused,
                       u"other-incident"_s,
                       Text::tr("The event %1 belongs to another incident. Open that incident's file.").arg(event.id),
                       {},
                       {},
                       {}};
    if (event.prevHash.size() != 32 || domain::contentHash(event) != event.hash)
        return damaged(Text::tr("its content does not match its hash"));
    if (const auto body = domain::fromCanonicalJson(event.payload); !body.ok())
        return damaged(body.problem().text);
    return {};
}

Outcome<void> RecordWriter::write(const QList<Event> &events, const QString &incident, EventTable::Origin origin)
{
    const auto before = m_meta.head();
    if (!before.ok())
        return before.problem();
    RecordedHead head = before.value();
    for (const Event &event : events) {
        const RecordedHead next{head.count + 1, domain::nextRecordHash(head.hash, head.count + 1, event.hash)};
        const auto written = writeOne(next.count, event, next.hash, origin);
        if (!written.ok())
            return written.problem();
        if (written.value())
            head = next;
    }
    if (before.value().count == 0) {
        if (auto done = m_meta.write(u"incident"_s, incident); !done.ok())
            return done;
    }
    return m_meta.setHead(head);
}

Outcome<bool> RecordWriter::writeOne(qint64 seq, const Event &event, const QByteArray &recordHash, EventTable::Origin origin)
{
    const auto inserted = m_events.insert(seq, event, recordHash, origin);
    if (!inserted.ok())
        return inserted;
    if (!inserted.value()) {
        const auto known = m_events.find(event.id);
        if (!known.ok())
            return known.problem();
        if (known.value().hash == event.hash)
            return false;
        return Problem{Kind::Refused,
                       u"id-reused"_s,
                       Text::tr("The event %1 is recorded already with another content.").arg(event.id),
                       {},
                       {},
                       {}};
    }
    if (origin == EventTable::Origin::Here) {
        if (auto done = m_outbox.insert(seq); !done.ok())
            return done.problem();
    }
    if (const QString words = m_words(event); !words.isEmpty()) {
        if (auto done = m_search.insert(seq, words); !done.ok())
            return done.problem();
    }
    return true;
}

} // namespace fireline::store
