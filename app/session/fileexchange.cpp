// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileexchange.h"

#include "sqlite/sqlitejournal.h"
#include "threadedstore.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;

bool isOnBackend(const SyncJournal &exchange)
{
    const auto cursor = exchange.cursor();
    const auto queued = exchange.queued(1);
    const bool isGoing = queued && !queued.value().isEmpty() && queued.value().first().history;
    return isGoing || (cursor && cursor.value().seq > 0);
}

FileExchange::FileExchange(SyncJournal &journal, const backend::BackendAddress &address, const sync::SyncPolicy &policy)
    : link::IncidentLink(address, policy)
    , m_journal(journal)
{
    connect(this, &FileExchange::rewound, this, [this] {
        if (const auto told = tellOrder(); !told)
            emit failed(told.problem());
        tellOnlyHere();
    });
    connect(this, &FileExchange::taken, this, [this] {
        tellOnlyHere();
        if (!m_aside.isEmpty()) // the server may have taken one after all
            tellAside();
    });
    connect(this, &FileExchange::refused, this, &FileExchange::tellRefusals);
    connect(this, &FileExchange::settled, this, &FileExchange::tellAttachments);
}

QFuture<std::shared_ptr<Outcome<void>>> FileExchange::begin(ThreadedStore &store, const backend::BackendAddress &address,
                                                            const sync::SyncPolicy &policy, const Wish &wish,
                                                            std::function<void(FileExchange &)> listen)
{
    return store.run<std::shared_ptr<Outcome<void>>>([=, &store, listen = std::move(listen)] {
        auto *journal = dynamic_cast<store::SqliteJournal *>(store.inner());
        if (!journal || journal->isReadOnly())
            return std::make_shared<Outcome<void>>(
                Problem{Problem::Kind::Internal, u"no-exchange"_s, tr("This record cannot be shared."), {}, {}, {}});
        std::unique_ptr<FileExchange> made(new FileExchange(journal->exchange(), address, policy));
        FileExchange &exchange = *made;
        connect(&store, &ThreadedStore::saved, &exchange, [&exchange] {
            exchange.localChanged();
            exchange.tellAttachments();
        });
        listen(exchange);
        store.keepBeside(std::move(made));
        return std::make_shared<Outcome<void>>(
            exchange.start(wish.incident.isEmpty() ? journal->incident() : wish.incident, wish.adopt));
    });
}

void FileExchange::end(ThreadedStore &store)
{
    (void)store.run<void>([&store] { store.keepBeside(nullptr); });
}

void FileExchange::ask(ThreadedStore &store, std::function<void(FileExchange &)> what)
{
    (void)store.run<void>([&store, what = std::move(what)] {
        if (auto *exchange = qobject_cast<FileExchange *>(store.beside()))
            what(*exchange);
    });
}

Outcome<void> FileExchange::start(const QString &incident, bool adopt)
{
    if (auto followed = follow(incident, m_journal); !followed)
        return followed;
    if (adopt) {
        if (auto marked = IncidentLink::adopt(); !marked)
            return marked;
    }
    if (auto told = tellOrder(); !told)
        return told;
    tellOnlyHere();
    tellAttachments();
    IncidentLink::start();
    return {};
}

Outcome<void> FileExchange::tellOrder()
{
    const auto record = readOrdered(m_journal);
    if (!record)
        return record.problem();
    emit ordered(record.value());
    emit refusalsChanged(record.value().refused);
    tellAside();
    return {};
}

void FileExchange::tellOnlyHere()
{
    const auto count = m_journal.onlyHere();
    if (!count)
        return emit failed(count.problem());
    if (std::exchange(m_onlyHere, count.value()) == count.value())
        return;
    emit onlyHereChanged(count.value());
    tellAside();
}

void FileExchange::tellAside()
{
    const auto aside = m_journal.setAside();
    if (!aside)
        return emit failed(aside.problem());
    QStringList marks;
    for (const SetAside &each : aside.value())
        marks.append(each.event.id + each.reason + (each.isSettled ? u'!' : u'?'));
    if (std::exchange(m_aside, marks) != marks)
        emit setAsideChanged(aside.value());
}

void FileExchange::tellRefusals()
{
    const auto open = m_journal.openRefusals();
    if (open)
        emit refusalsChanged(open.value());
    else
        emit failed(open.problem());
    tellAside();
}

void FileExchange::tellAttachments()
{
    constexpr int most = 1000; // it says how many, and not to the last one
    const auto left = m_journal.blobsToSend(most);
    const int count = left ? int(left.value().size()) : m_attachments;
    if (std::exchange(m_attachments, count) != count)
        emit attachmentsLeft(count);
}

void FileExchange::settleRefusal(const QString &event)
{
    if (const auto settled = m_journal.settleRefusal(event); !settled)
        emit failed(settled.problem());
    tellRefusals();
}

} // namespace fireline::session
