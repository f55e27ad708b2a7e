// SPDX-License-Identifier: GPL-3.0-or-later
#include "testhooks.h"

#include <QFile>
#include <QSemaphore>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

using namespace domain;

/// Reads as the store within; what it does when it is written to is up to a test.
class OtherDisk : public EventStore
{
public:
    using Append = std::function<Outcome<void>(EventStore &within, const QList<Event> &events)>;

    OtherDisk(session::ThreadedStore::Inner inner, Append append) : m_inner(std::move(inner)), m_append(std::move(append)) { }
    QString incident() const override { return m_inner->incident(); }
    Outcome<void> append(const QList<Event> &events) override { return m_append(*m_inner, events); }
    Outcome<void> read(qint64 afterSeq, const std::function<bool(qint64, const Event &)> &take) const override
    {
        return m_inner->read(afterSeq, take);
    }
    Outcome<QList<QString>> search(const QString &words, int limit) const override { return m_inner->search(words, limit); }
    Outcome<QString> putBlob(const QByteArray &bytes) override { return m_inner->putBlob(bytes); }
    Outcome<QByteArray> blob(const QString &sha256) const override { return m_inner->blob(sha256); }

private:
    session::ThreadedStore::Inner m_inner;
    Append m_append;
};

Outcome<void> findsNoRoom(EventStore &, const QList<Event> &)
{
    return Problem{Problem::Kind::Full,
                   u"disk-full"_s,
                   TestHooks::tr("The disk is full. Make room; what is typed is kept here until then."),
                   {},
                   {},
                   {}};
}

} // namespace

TestHooks::TestHooks()
{
#ifdef FIRELINE_TEST_HOOKS
    m_clock = qEnvironmentVariable("FIRELINE_TEST_CLOCK");
    m_translation = qEnvironmentVariable("FIRELINE_TEST_TRANSLATION");
    m_savedLog = qEnvironmentVariable("FIRELINE_TEST_SAVED");
    if (qEnvironmentVariableIsSet("FIRELINE_TEST_DRILL"))
        m_drillStandsAfter = domain::Span::seconds(qEnvironmentVariableIntValue("FIRELINE_TEST_DRILL"));
    m_diskHangs = qEnvironmentVariableIntValue("FIRELINE_TEST_HUNG_DISK") != 0;
    m_killedAt = qEnvironmentVariable("FIRELINE_TEST_KILL");
    m_diskIsFull = qEnvironmentVariableIntValue("FIRELINE_TEST_FULL_DISK") != 0;
#endif
}

std::unique_ptr<domain::Clock> TestHooks::clock() const
{
    const auto at = domain::Instant::fromRfc3339(m_clock);
    if (at)
        return std::make_unique<domain::SimulatedClock>(*at);
    return m_makeClock ? m_makeClock() : nullptr;
}

session::StoreWrapper TestHooks::storeWrapper() const
{
    OtherDisk::Append append;
    if (m_diskIsFull)
        append = findsNoRoom;
    else if (m_diskHangs)
        append = [](EventStore &, const QList<Event> &) -> Outcome<void> {
            QSemaphore().acquire();
            return {};
        };
    else if (m_killedAt == "written"_L1)
        append = [hooks = *this](EventStore &within, const QList<Event> &events) {
            const auto done = within.append(events);
            hooks.reach(u"written");
            return done;
        };
    if (!append)
        return {};
    return [append](session::ThreadedStore::Inner inner) -> session::ThreadedStore::Inner {
        return std::make_unique<OtherDisk>(std::move(inner), append);
    };
}

void TestHooks::reach(QStringView moment) const
{
    if (m_killedAt == moment)
        ::kill(::getpid(), SIGKILL);
}

void TestHooks::shown(const models::IncidentFeed &feed, const QStringList &eventIds) const
{
    if (m_savedLog.isEmpty())
        return;
    QString lines;
    for (const QString &id : eventIds) {
        const models::Saved saved = feed.saved(id);
        if (saved != models::Saved::NotSaved)
            lines += (saved == models::Saved::Saving ? "saving "_L1 : "saved "_L1) + id + u'\n';
    }
    QFile file(m_savedLog);
    if (file.open(QIODevice::Append | QIODevice::Unbuffered))
        file.write(lines.toLatin1());
}

} // namespace fireline::window
