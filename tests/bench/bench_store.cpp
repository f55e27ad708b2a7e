// SPDX-License-Identifier: GPL-3.0-or-later
#include "bareappend.h"
#include "figures.h"
#include "sqlite/sqlitejournal.h"
#include "storefixture.h"

#include <QFile>
#include <QStringList>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using namespace fireline;
using namespace Qt::StringLiterals;
using domain::Event;
using store::SqliteJournal;
using Mode = SqliteJournal::Mode;

namespace {

// Counts the limits that were not kept.
class Table
{
public:
    void note(const QString &what, double value, const QString &unit) { print(what, value, unit, u"-"_s, true); }
    void atMost(const QString &what, double value, double limit, const QString &unit)
    {
        print(what, value, unit, u"<= %1"_s.arg(limit), value <= limit);
    }
    void atLeast(const QString &what, double value, double limit, const QString &unit)
    {
        print(what, value, unit, u">= %1"_s.arg(limit), value >= limit);
    }

private:
    void print(const QString &what, double value, const QString &unit, const QString &limit, bool kept)
    {
        figure(qPrintable(what), u"%1 %2"_s.arg(value, 0, 'f', value < 10 ? 2 : 0).arg(unit), qPrintable(limit), kept);
    }
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "bench_store: %s\n", qPrintable(why));
    std::exit(3);
}

std::unique_ptr<SqliteJournal> created(const QString &path)
{
    auto journal = SqliteJournal::create(path);
    if (!journal.ok())
        giveUp(journal.problem().text);
    return std::move(journal).value();
}

// An incident as it might have been: words of different rarity.
QList<Event> story(int count)
{
    static const QStringList words{u"rollback"_s, u"checkout"_s, u"latency"_s, u"database"_s, u"payments"_s,
                                   u"queue"_s,    u"replica"_s,  u"deploy"_s,  u"customer"_s, u"timeout"_s,
                                   u"region"_s,   u"traffic"_s,  u"alert"_s,   u"memory"_s};
    store::EventMaker maker;
    QList<Event> events;
    events.reserve(count);
    for (int n = 0; n < count; ++n) {
        QStringList text{u"entry %1"_s.arg(n)};
        for (int word = 0; word < 12; ++word)
            text.append(words[(n * 7 + word * word * 3 + n / (word + 1)) % words.size()]);
        if (n % 5000 == 17)
            text.append(u"split-brain"_s);
        events.append(maker.note(text.join(u' '), n % 4 == 3 ? u"laptop-b"_s : u"laptop-a"_s));
    }
    return events;
}

// In turns, so that both meet the same noise of the machine.
void measureAppends(Table &figures)
{
    constexpr int Count = 1000;
    const auto events = story(Count);
    std::vector<double> ours;
    std::vector<double> bare;
    for (int round = 0; round < 5; ++round) {
        QTemporaryDir folder;
        {
            const auto journal = created(folder.filePath(u"ours"_s));
            ours.push_back(secondsOf([&] {
                for (const Event &event : events) {
                    if (const auto done = journal->append({event}); !done.ok())
                        giveUp(done.problem().text);
                }
            }));
        }
        created(folder.filePath(u"bare"_s)).reset();
        bare.push_back(bench::appendBare(folder.filePath(u"bare"_s), events));
        if (bare.back() < 0)
            giveUp(u"the bare program failed"_s);
    }
    figures.note(u"durable appends, bare sqlite3 in C"_s, Count / median(bare), u"/s"_s);
    figures.note(u"durable appends, journal"_s, Count / median(ours), u"/s"_s);
    figures.atLeast(u"ratio journal : bare"_s, median(bare) / median(ours), 0.5, {});
}

void measureSize(Table &figures, int count, double openLimitMs)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.fireline"_s);
    const auto events = story(count);
    const QString entries = u"%1 entries: "_s.arg(count);
    {
        const auto journal = created(path);
        const double seconds = secondsOf([&] {
            for (qsizetype at = 0; at < events.size(); at += 500) {
                if (const auto done = journal->append(events.mid(at, 500)); !done.ok())
                    giveUp(done.problem().text);
            }
        });
        figures.note(entries + u"written 500 at a time"_s, count / seconds, u"/s"_s);
    }
    std::unique_ptr<SqliteJournal> journal;
    const double open = secondsOf([&] { journal = std::move(SqliteJournal::open(path, Mode::ReadWrite)).value(); });
    qint64 bytes = 0;
    const double read = secondsOf([&] {
        [[maybe_unused]] const auto done = journal->read(0, [&](qint64, const Event &event) {
            bytes += event.payload.size();
            return true;
        });
    });
    figures.note(entries + u"of that, opening with its checks"_s, open * 1000, u"ms"_s);
    figures.atMost(entries + u"opened and read"_s, (open + read) * 1000, openLimitMs, u"ms"_s);
    double worst = 0;
    for (const QString &words :
         {u"rollback"_s, u"checkout latency"_s, u"split-brain"_s, u"pay"_s, u"customer timeout reg"_s, u"absent"_s}) {
        worst = std::max(worst, secondsOf([&] {
                             if (!journal->search(words, 50).ok())
                                 giveUp(u"search failed"_s);
                         }));
    }
    figures.atMost(entries + u"slowest of six searches"_s, worst * 1000, 100, u"ms"_s);
    const auto started = std::clock(); // the processor's time: it reads no more than was read above
    if (!journal->verify().value().ok())
        giveUp(u"verify failed"_s);
    const double verified = double(std::clock() - started) / CLOCKS_PER_SEC;
    figures.atMost(entries + u"verified"_s, verified * 1000, count * 0.04, u"ms"_s); // 50,000 in 2 s
    figures.note(entries + u"size on disk"_s, double(QFile(path).size()) / count, u"bytes each"_s);
}

} // namespace

int main()
{
    Table figures;
    measureAppends(figures);
    measureSize(figures, 10000, 300);
    measureSize(figures, 100000, 3000);
    return exitCode();
}
