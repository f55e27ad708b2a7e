// SPDX-License-Identifier: GPL-3.0-or-later
#include "statefiles.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <memory>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using fireline::window::StateFiles;

namespace {

/// A disk that waits to be let on, and can refuse. Used by one thread at a time.
struct Disk
{
    QSemaphore mayWrite;
    QStringList written;
    QList<QThread *> threads;
    bool refuses = false;

    StateFiles::Writer writer()
    {
        return [this](const QString &path, const QByteArray &bytes) -> Outcome<void> {
            mayWrite.acquire();
            threads.append(QThread::currentThread());
            written.append(path + u'=' + QString::fromUtf8(bytes));
            if (refuses)
                return Problem{Problem::Kind::Io, u"no"_s, u"%1 cannot be written."_s.arg(path), {}, {}, {}};
            return {};
        };
    }
};

} // namespace

/// What is kept for the next start: nobody waits for it, in order, whole at the end.
class TestStateFiles : public QObject
{
    Q_OBJECT
private slots:
    void nobodyWaits();
    void theLatestOfEachInOrder();
    void theEndWritesWhatWaits();
    void whatIsReadComesAfterWhatIsWritten();
    void aFailureIsToldOnceForEachFile();
};

// Were it written here, the test would wait for itself.
void TestStateFiles::nobodyWaits()
{
    Disk disk;
    StateFiles files(disk.writer());
    QVERIFY(!files.given(u"layout"_s));
    files.keep(u"layout"_s, "1");
    QVERIFY(disk.written.isEmpty());
    QCOMPARE(files.given(u"layout"_s), std::optional<QByteArray>("1"));
    disk.mayWrite.release();
    files.flush();
    QCOMPARE(disk.written, QStringList{u"layout=1"_s});
    QVERIFY(disk.threads.first() != QThread::currentThread());
}

void TestStateFiles::theLatestOfEachInOrder()
{
    Disk disk;
    StateFiles files(disk.writer());
    files.keep(u"first"_s, "");
    files.keep(u"layout"_s, "1");
    files.keep(u"metrics"_s, "1");
    files.keep(u"layout"_s, "2");
    disk.mayWrite.release(10);
    files.flush();
    QVERIFY2(!disk.written.contains(u"layout=1"_s), qPrintable(disk.written.join(u' ')));
    QVERIFY(disk.written.indexOf(u"metrics=1"_s) < disk.written.indexOf(u"layout=2"_s));
    QCOMPARE(disk.written.size(), 3);
}

void TestStateFiles::theEndWritesWhatWaits()
{
    Disk disk;
    disk.mayWrite.release(10);
    {
        StateFiles files(disk.writer());
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            files.keep(name, "1");
    }
    QCOMPARE(disk.written, QStringList({u"a=1"_s, u"b=1"_s, u"c=1"_s}));
}

// Nobody waits for it either, and it finds what was given before.
void TestStateFiles::whatIsReadComesAfterWhatIsWritten()
{
    Disk disk;
    StateFiles files(disk.writer());
    files.keep(u"layout"_s, "1");
    const std::function<QStringList()> job = [&disk] { return disk.written; };
    const auto read = files.later(job);
    QVERIFY(!read.isFinished());
    disk.mayWrite.release();
    QCOMPARE(read.result(), QStringList{u"layout=1"_s});
}

void TestStateFiles::aFailureIsToldOnceForEachFile()
{
    Disk disk;
    disk.mayWrite.release(100);
    disk.refuses = true;
    StateFiles files(disk.writer());
    QSignalSpy problems(&files, &StateFiles::problemOccurred);
    const auto keep = [&](const QString &path) {
        files.keep(path, "1");
        files.flush();
        QCoreApplication::sendPostedEvents(&files);
    };
    keep(u"a"_s);
    keep(u"a"_s);
    QCOMPARE(problems.size(), 1);
    keep(u"b"_s);
    QCOMPARE(problems.size(), 2);
    disk.refuses = false;
    keep(u"a"_s);
    disk.refuses = true;
    keep(u"b"_s);
    QCOMPARE(problems.size(), 2);
    keep(u"a"_s);
    QCOMPARE(problems.size(), 3);
}

QTEST_GUILESS_MAIN(TestStateFiles)
#include "tst_statefiles.moc"
