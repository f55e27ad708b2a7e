// SPDX-License-Identifier: GPL-3.0-or-later
#include "draftfile.h"
#include "sentlines.h"
#include "state/incidentstate.h"
#include "statefiles.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using fireline::domain::IncidentState;
using fireline::domain::Instant;
using fireline::domain::Outcome;
using fireline::domain::Problem;
using fireline::window::SentLine;
using fireline::window::SentLines;
using fireline::window::StateFiles;
using fireline::window::writeDraft;

/// What was entered and is not in the record for certain. Each test reads what a program that was killed just then had left.
class TestSentLines : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aLineIsThereBeforeAnybodyWaited();
    void whatTakesLongIsCopied();
    void itGoesWhenWhatStandsForItIsWritten();
    void aLineMeanwhileKeepsAll();
    void withoutARuntimeFolderItIsInMemoryToo();
    void consolesAreKeptApart();
    void whatCannotBeWrittenInMemoryIsCopied();
    void aTornLineSpoilsNoOther();
    void anEmptyFolderKeepsNothing();
    void aRecordKnowsItsLines();
    void aDraftIsTheLineThatBecameOfIt();

private:
    [[nodiscard]] static SentLine line(const QString &text, int second = 0)
    {
        const Instant at = *Instant::fromRfc3339(u"2025-03-04T02:41:00Z"_s) + fireline::domain::Span::seconds(second);
        return {text, at, at, text, {u"event of "_s + text}, u"mark of "_s + text, false};
    }
    [[nodiscard]] QList<SentLine> left() const { return SentLines::left(state(), u"i1"_s); }
    [[nodiscard]] QString state() const { return m_folder->filePath(u"state"_s); }
    /// Empty where there is none.
    [[nodiscard]] QString atHand() const
    {
        const QDir folder(m_folder->filePath(u"run/fireline"_s));
        const QStringList names = folder.entryList({u"*-i1.sent"_s}, QDir::AllEntries | QDir::System);
        return names.isEmpty() ? QString() : folder.filePath(names.first());
    }
    [[nodiscard]] QString copy() const { return m_folder->filePath(u"state/drafts/i1.sent"_s); }

    std::optional<QTemporaryDir> m_folder;
};

void TestSentLines::init()
{
    m_folder.emplace();
    QVERIFY(QDir(m_folder->path()).mkdir(u"run"_s));
    qputenv("XDG_RUNTIME_DIR", m_folder->filePath(u"run"_s).toLocal8Bit());
}

// The thread of the files does nothing at all.
void TestSentLines::aLineIsThereBeforeAnybodyWaited()
{
    QSemaphore gate;
    StateFiles files([&gate](const QString &, const QByteArray &) {
        gate.acquire();
        return Outcome<void>();
    });
    files.keep(u"in front"_s, "x");
    SentLines lines(files, state(), u"i1"_s);
    const QList<SentLine> both{line(u"pod „A“\nrestarted"_s), line(u"/claim ic"_s, 1)};
    for (const SentLine &one : both)
        lines.add(one);
    QCOMPARE(left(), both);
    QVERIFY(SentLines::left(state(), u"i2"_s).isEmpty());
    const auto rights = QFile(atHand()).permissions();
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther)));
    gate.release(10);
}

void TestSentLines::whatTakesLongIsCopied()
{
    StateFiles files(writeDraft);
    SentLines lines(files, state(), u"i1"_s);
    lines.add(line(u"one"_s));
    lines.add(line(u"two"_s, 1));
    QTRY_VERIFY(QFile::exists(copy()));
    files.flush();
    QVERIFY(QFile::remove(atHand())); // the machine was started anew
    QCOMPARE(left(), (QList<SentLine>{line(u"one"_s), line(u"two"_s, 1)}));
}

void TestSentLines::itGoesWhenWhatStandsForItIsWritten()
{
    QSemaphore gate;
    QSemaphore begun;
    StateFiles files([&](const QString &, const QByteArray &) {
        begun.release();
        gate.acquire();
        return Outcome<void>();
    });
    SentLines lines(files, {state()}, u"i1"_s);
    lines.add(line(u"one"_s));
    files.keep(u"the drafts"_s, "x");
    lines.forget();
    begun.acquire();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(left().size(), 1);
    gate.release(10);
    QTRY_VERIFY(left().isEmpty());
}

void TestSentLines::aLineMeanwhileKeepsAll()
{
    StateFiles files(writeDraft);
    SentLines lines(files, state(), u"i1"_s);
    lines.add(line(u"one"_s));
    lines.forget();
    lines.add(line(u"two"_s, 1));
    QTRY_VERIFY(QFile::exists(copy())); // which is later than the answer that would have dropped them
    QCOMPARE(left().size(), 2);
    lines.forget();
    QTRY_VERIFY(left().isEmpty());
    files.flush();
    QVERIFY(!QFile::exists(copy()));
}

void TestSentLines::withoutARuntimeFolderItIsInMemoryToo()
{
    qunsetenv("XDG_RUNTIME_DIR");
    if (!QFileInfo(u"/dev/shm"_s).isWritable())
        QSKIP("missing: /dev/shm");
    QSemaphore gate;
    StateFiles files([&gate](const QString &, const QByteArray &) {
        gate.acquire();
        return Outcome<void>();
    });
    SentLines lines(files, state(), u"i1"_s);
    lines.add(line(u"one"_s));
    QCOMPARE(left(), QList<SentLine>{line(u"one"_s)});
    gate.release(10);
    lines.forget();
    QTRY_VERIFY(left().isEmpty());
}

void TestSentLines::consolesAreKeptApart()
{
    StateFiles files(writeDraft);
    SentLines lines(files, state(), u"i1"_s);
    lines.add(line(u"one"_s));
    QVERIFY(SentLines::left(m_folder->filePath(u"another"_s), u"i1"_s).isEmpty());
    QCOMPARE(left().size(), 1);
}

void TestSentLines::whatCannotBeWrittenInMemoryIsCopied()
{
    QString path;
    {
        StateFiles files(writeDraft);
        SentLines lines(files, state(), u"i1"_s);
        lines.add(line(u"zero"_s));
        path = atHand();
        QVERIFY(!path.isEmpty());
    }
    for (const char *fault : {"a folder in its place", "no room"}) {
        QFile::remove(copy());
        QFile::remove(path);
        if (qstrcmp(fault, "no room") == 0)
            QVERIFY(QDir().rmdir(path) && QFile::link(u"/dev/full"_s, path));
        else
            QVERIFY(QDir().mkdir(path));
        StateFiles files(writeDraft);
        SentLines lines(files, state(), u"i1"_s);
        lines.add(line(u"one"_s));
        files.flush();
        QVERIFY2(left() == QList<SentLine>{line(u"one"_s)}, fault);
    }
}

void TestSentLines::aTornLineSpoilsNoOther()
{
    StateFiles files(writeDraft);
    SentLines lines(files, state(), u"i1"_s);
    lines.add(line(u"one"_s));
    QFile file(atHand());
    QVERIFY(file.open(QIODevice::Append));
    file.write("\n{\"line\":\"half a wo");
    file.close();
    lines.add(line(u"two"_s, 1));
    QVERIFY(file.open(QIODevice::Append));
    file.write(QByteArray("\n\x00\xff{}\n[1]\n{\"line\":5}\n{\"line\":\"tail", 34));
    file.close();
    QCOMPARE(left(), (QList<SentLine>{line(u"one"_s), line(u"two"_s, 1)}));
}

void TestSentLines::anEmptyFolderKeepsNothing()
{
    StateFiles files(writeDraft);
    SentLines lines(files, {}, u"i1"_s);
    lines.add(line(u"one"_s));
    lines.forget();
    QVERIFY(SentLines::left({}, u"i1"_s).isEmpty());
    QVERIFY(atHand().isEmpty());
}

// A pin and a tag have no row of their own: there the file says it, and not how much others wrote.
void TestSentLines::aRecordKnowsItsLines()
{
    IncidentState state;
    state.eventCount = 7;
    state.entryByEvent.insert(u"e7"_s, 6);
    SentLine sent = line(u"one"_s);
    QVERIFY(!sent.isIn(state, {u"e8"_s}));
    sent.events = {u"e7"_s, u"e8"_s};
    QVERIFY(sent.isIn(state, {}));
    sent.events = {u"e8"_s};
    QVERIFY(!sent.isIn(state, {}));
    state.eventCount = 70;
    QVERIFY(!sent.isIn(state, {u"e9"_s}));
    QVERIFY(sent.isIn(state, {u"e8"_s}));
}

void TestSentLines::aDraftIsTheLineThatBecameOfIt()
{
    SentLine sent = line(u"/action @ben restart pod A"_s);
    sent.typed = u"/act @ben restart pod A "_s;
    const Instant later = sent.begun + fireline::domain::Span::micros(1);
    QVERIFY(sent.isOf(sent.typed, sent.begun));
    QVERIFY(sent.isOf(u"/act @b"_s, sent.begun));
    QVERIFY(!sent.isOf(u"/act @b"_s, later));
    QVERIFY(!sent.isOf(u"half a line"_s, sent.begun)); // where the clock stands
    QVERIFY(sent.isOf(sent.line, sent.at));            // put aside by a window that offered it
    sent.begun = {};
    sent.at = later;
    QVERIFY(!sent.isOf(u"/act @b"_s, {}));
}

QTEST_GUILESS_MAIN(TestSentLines)
#include "tst_sentlines.moc"
