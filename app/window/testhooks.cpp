// SPDX-License-Identifier: GPL-3.0-or-later
#include "testhooks.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

using namespace domain;

/// Reads as the store within, and finds no room for anything.
class FullDisk : public EventStore
{
public:
    explicit FullDisk(session::ThreadedStore::Inner inner) : m_inner(std::move(inner)) { }
    QString incident() const override { return m_inner->incident(); }
    Outcome<void> append(const QList<Event> &) override
    {
        return Problem{Problem::Kind::Full,
                       u"disk-full"_s,
                       TestHooks::tr("The disk is full. Make room; what is typed is kept here until then."),
                       {},
                       {},
                       {}};
    }
    Outcome<void> read(qint64 afterSeq, const std::function<bool(qint64, const Event &)> &take) const override
    {
        return m_inner->read(afterSeq, take);
    }
    Outcome<QList<QString>> search(const QString &words, int limit) const override { return m_inner->search(words, limit); }
    Outcome<QString> putBlob(const QByteArray &bytes) override { return m_inner->putBlob(bytes); }
    Outcome<QByteArray> blob(const QString &sha256) const override { return m_inner->blob(sha256); }

private:
    session::ThreadedStore::Inner m_inner;
};

} // namespace

TestHooks::TestHooks()
{
#ifdef FIRELINE_TEST_HOOKS
    m_clock = qEnvironmentVariable("FIRELINE_TEST_CLOCK");
    m_translation = qEnvironmentVariable("FIRELINE_TEST_TRANSLATION");
    m_savedLog = qEnvironmentVariable("FIRELINE_TEST_SAVED");
    if (qEnvironmentVariableIsSet("FIRELINE_TEST_DRILL"))
        m_drillStandsAfter = domain::Span::seconds(qEnvironmentVariableIntValue("FIRELINE_TEST_DRILL"));
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
    if (!m_diskIsFull)
        return {};
    return [](session::ThreadedStore::Inner inner) -> session::ThreadedStore::Inner {
        return std::make_unique<FullDisk>(std::move(inner));
    };
}

void TestHooks::shown(const models::IncidentFeed &feed, const QStringList &eventIds) const
{
    if (m_savedLog.isEmpty())
        return;
    QString lines;
    for (const QString &id : eventIds) {
        const models::Saved saved = feed.saved(id);
        if (saved != models::Saved::NotSaved)
            lines += (saved == models::Saved::Saved ? "saved "_L1 : "saving "_L1) + id + u'\n';
    }
    QFile file(m_savedLog);
    if (file.open(QIODevice::Append | QIODevice::Unbuffered))
        file.write(lines.toLatin1());
}

} // namespace fireline::window
