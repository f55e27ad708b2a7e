// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "madeincident.h"
#include "shell/caretrest.h"
#include "windowprogram.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QMap>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

// Coming up and being left alone: in processes of their own.
namespace fireline::bench {

using namespace test;

namespace {

/// When a child said each of these words, in milliseconds after its start.
QMap<QByteArray, double> startOf(const QString &program, const QStringList &arguments, const QList<QByteArray> &words)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::SeparateChannels);
    QMap<QByteArray, double> said;
    QElapsedTimer timer;
    timer.start();
    child.start(program, arguments);
    while (said.size() < words.size()) {
        if (!child.canReadLine() && !child.waitForReadyRead(30000))
            qFatal("the window does not come up: %s", child.readAllStandardError().constData());
        while (child.canReadLine())
            said.insert(child.readLine().trimmed(), double(timer.nsecsElapsed()) / 1e6);
    }
    child.kill();
    child.waitForFinished();
    return said;
}

QString madeFile(const QTemporaryDir &folder, int entries)
{
    const QString path = folder.filePath(u"a%1.fireline"_s.arg(entries));
    MadeIncident incident({.path = path,
                           .processId = u"sre-directorate"_s,
                           .title = u"Checkout fails in Europe"_s,
                           .severity = u"SEV1"_s,
                           .start = *domain::Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s)});
    fillBusy(incident);
    incident.notes(entries);
    return path;
}

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

/// Watches the program come up: says when its window was painted the first time, presses a key then, says when that key
/// stands in quick entry, and when rows of the record were painted. What it says is said after the paint, not before.
class StartWitness : public QObject
{
protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        if (!std::exchange(m_painted, true))
            QTimer::singleShot(0, this, &StartWitness::painted);
        auto *list = qobject_cast<QAbstractItemView *>(watched->parent());
        if (!m_rows && list && list->objectName() == "timeline.list"_L1 && list->model()->rowCount() > 0) {
            m_rows = true;
            QTimer::singleShot(0, this, [] { say("rows"); });
        }
        return false;
    }

private:
    // A window manager gives the keyboard when it will.
    void painted()
    {
        say("painted");
        if (QApplication::focusWidget())
            return pressKey(QApplication::focusWidget());
        connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
            if (!now)
                return;
            disconnect(qApp, nullptr, this, nullptr);
            pressKey(now);
        });
    }

    void pressKey(QWidget *entry)
    {
        if (entry->objectName() != "entry.field"_L1)
            qFatal("quick entry has no focus, but %s", qPrintable(entry->objectName()));
        QTest::sendKeyEvent(QTest::Click, entry, Qt::Key_X, u"x"_s, Qt::NoModifier);
        if (qobject_cast<QPlainTextEdit *>(entry)->toPlainText() != "x"_L1)
            qFatal("the key was not taken");
        QTimer::singleShot(0, this, [] { say("key"); });
    }

    bool m_painted = false;
    bool m_rows = false;
};

double processorMs()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto msOf = [](const timeval &time) { return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000; };
    return msOf(used.ru_utime) + msOf(used.ru_stime);
}

// How often each thread of this process waited and went on.
QHash<QString, qint64> wakeUps()
{
    QHash<QString, qint64> counts;
    const QDir tasks(u"/proc/self/task"_s);
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile status(tasks.filePath(task + u"/status"_s));
        if (!status.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("voluntary_ctxt_switches:"))
                counts[task] += line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
        }
    }
    return counts;
}

// Since then, of the threads that live: what a pool's thread did before it ended is no waking of an idle program.
qint64 wokenSince(const QHash<QString, qint64> &before)
{
    qint64 sum = 0;
    const auto now = wakeUps();
    for (auto it = now.cbegin(); it != now.cend(); ++it)
        sum += before.contains(it.key()) ? it.value() - before.value(it.key()) : 0;
    return sum;
}

} // namespace

void starting(int entries)
{
    const QTemporaryDir folder;
    const QString path = madeFile(folder, entries);
    QFile settings(folder.filePath(u"settings.ini"_s));
    if (!settings.open(QIODevice::WriteOnly) || settings.write("[start]\nfirst-run-done=true\n") < 0)
        qFatal("the settings cannot be written");
    settings.close();
    const QString self = QCoreApplication::applicationFilePath();
    const QString bareProgram = QCoreApplication::applicationDirPath() + u"/barewindow"_s;
    QList<double> bare;
    QMap<QByteArray, QList<double>> real;
    for (int run = 0; run < 20; ++run) {
        bare.append(startOf(bareProgram, {}, {"painted"}).value("painted"));
        const auto said = startOf(self, {u"--program"_s, path, folder.path()}, {"painted", "key", "rows"});
        for (auto it = said.begin(); it != said.end(); ++it)
            real[it.key()].append(it.value());
    }
    const auto row = [entries](const QString &what, double found, double limit) {
        figure(qPrintable(u"start with %1 entries, %2, median"_s.arg(entries).arg(what)), ms(found),
               qPrintable(u"<= %1 ms"_s.arg(limit)), found <= limit);
    };
    const double one = percentile(bare, 0.5);
    const double other = percentile(real["painted"], 0.5);
    figure("start of a bare Qt window to its first paint, median", ms(one), "-");
    row(u"first paint"_s, other, 400);
    row(u"key accepted"_s, percentile(real["key"], 0.5), 600);
    row(u"rows painted"_s, percentile(real["rows"], 0.5), 600);
    figure("ratio of first paint to the bare window", QString::number(other / one, 'f', 2), "<= 3", other / one <= 3);
}

void idling(int entries, int seconds)
{
    const QTemporaryDir folder;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--idle"_s, madeFile(folder, entries), QString::number(seconds)});
    if (!child.waitForFinished((seconds + 90) * 1000))
        qFatal("the idle window does not end");
    const QList<QByteArray> said = child.readAllStandardOutput().trimmed().split(' ');
    const double share = said.value(0).toDouble() / (seconds * 10.0);
    const double memory = said.value(1).toDouble() / 1024;
    figure(qPrintable(u"idle for %1 s, %2 entries: processor"_s.arg(seconds).arg(entries)), u"%1 %"_s.arg(share, 0, 'f', 2),
           "< 1 %", share < 1);
    const double wakeUps = said.value(2).toDouble() / seconds;
    figure(qPrintable(u"idle, %1 entries: wake-ups of all threads, a second"_s.arg(entries)), QString::number(wakeUps, 'f', 1),
           "<= 2", wakeUps <= 2);
    figure(qPrintable(u"idle, %1 entries: memory"_s.arg(entries)), u"%1 MiB"_s.arg(memory, 0, 'f', 0),
           entries > 10000 ? "-" : "<= 150 MiB", entries > 10000 || memory <= 150);
}

// As main() does it.
int programChild(const QString &path, const QString &config)
{
    window::WindowOptions options;
    options.files = {path};
    options.config = config;
    StartWitness witness;
    qApp->installEventFilter(&witness);
    const window::TestHooks hooks;
    window::WindowProgram program(options, hooks);
    program.start();
    return QCoreApplication::exec();
}

// Idle begins when the file has been checked, ten seconds after it was opened: with a second in which next to nothing was done.
int idleChild(const QString &path, int idleSeconds)
{
    const views::CaretRest rest;
    views::Theme theme;
    LiveWindow live(theme, path);
    double before = 0;
    QHash<QString, qint64> wokenBefore;
    int seconds = 0;
    QTimer settling;
    const auto tell = [&] {
        std::printf("%.1f %lld %lld\n", processorMs() - before, (long long)residentKiB(), (long long)wokenSince(wokenBefore));
        QCoreApplication::quit();
    };
    QObject::connect(&settling, &QTimer::timeout, &settling, [&] {
        const double now = processorMs();
        const bool quiet = now - before < 20;
        before = now;
        wokenBefore = wakeUps();
        if (++seconds < 12 || (!quiet && seconds < 30))
            return;
        settling.stop();
        QTimer::singleShot(idleSeconds * 1000, &settling, tell);
    });
    settling.start(1000);
    return QCoreApplication::exec();
}

} // namespace fireline::bench
