// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: from key press to paint and to the disk, start, scrolling, filtering, idle processor time, memory.
// What it is compared with is barewindow, which links nothing but Qt.
//   bench_window                     the table
//   bench_window --only PART[,PART]  some of: typing, others, typing100, scrolling, filtering, folding, start, idle
//   bench_window --program FILE      the program on a file; tells when it was painted, took a key, showed its rows
//   bench_window --idle FILE SECONDS the real window, left alone: prints processor time in ms, KiB of memory, and wake-ups
#include "delivery.h"
#include "figures.h"
#include "livewindow.h"
#include "madeincident.h"
#include "watchedapplication.h"
#include "windowprogram.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QLineEdit>
#include <QMap>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

namespace {

double percentile(QList<double> values, double part)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, qsizetype(part * double(values.size()))));
}

QString ms(double value)
{
    return u"%1 ms"_s.arg(value, 0, 'f', 1);
}

/// Notes that a widget was painted.
class PaintWitness : public QObject
{
public:
    explicit PaintWitness(QWidget *widget) { widget->installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

/// Milliseconds until `done`, with the event loop running.
template<typename Done>
double until(const QElapsedTimer &timer, Done done)
{
    while (!done()) {
        if (timer.elapsed() > 20000)
            qFatal("waited in vain");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

// Where the rows are painted.
QAbstractItemView *rowsOf(LiveWindow &live)
{
    auto *list = live.window()->findChild<QAbstractItemView *>(u"timeline.list"_s);
    if (!list)
        qFatal("there is no timeline");
    return list;
}

// What a key press changes is painted in the field's viewport.
QWidget *paintedPart(QWidget *entry)
{
    auto *area = qobject_cast<QAbstractScrollArea *>(entry);
    return area ? area->viewport() : entry;
}

constexpr double keysASecond = 12;
constexpr double deliveredASecond = 20;

// Where `beside`, others post 20 events a second meanwhile, at 12 keys a second.
void typing(int entries, bool beside)
{
    views::Theme theme;
    LiveWindow live(theme, {.fill = [entries](MadeIncident &incident) {
                        fillBusy(incident);
                        incident.notes(entries);
                    }});
    QWidget *entry = live.quickEntry();
    entry->setFocus();
    PaintWitness field(paintedPart(entry));
    QAbstractItemView *list = rowsOf(live);
    PaintWitness rows(list->viewport());
    QList<double> toPaint;
    QList<double> toRow;
    QList<double> toDisk;
    QElapsedTimer timer;
    Delivery others(live.incident().incident(), beside ? deliveredASecond / keysASecond : 0);
    auto &watch = *qobject_cast<WatchedApplication *>(QCoreApplication::instance());
    watch.start();
    for (int line = 0; line < 200; ++line) {
        // Three of ten are commands.
        const QString command = line % 10 == 2 || line % 10 == 5 ? u"/finding "_s
                                : line % 10 == 8                 ? u"/action @Priya "_s
                                                                 : QString();
        for (const QChar letter : command + u"line %1 of the scribe"_s.arg(line)) {
            live.clock().advance(domain::Span::micros(qint64(1e6 / keysASecond)));
            others.keyPressed();
            field.painted = false;
            timer.start();
            typeText(QString(letter));
            toPaint.append(until(timer, [&] { return field.painted; }));
        }
        rows.painted = false;
        timer.start();
        QTest::keyClick(entry, Qt::Key_Return);
        toRow.append(until(timer, [&] { return rows.painted; }));
        toDisk.append(until(timer, [&] { return live.feed().saveStatus().saving == 0; }));
    }
    const QString who = beside ? u", others report"_s : QString();
    const auto row = [entries, who](const char *what, const QList<double> &values, double limit) {
        for (const auto &[name, part] : {std::pair{"p50", 0.5}, std::pair{"p99", 0.99}}) {
            const double found = percentile(values, part);
            figure(
                qPrintable(u"%1, %2 entries%3, %4"_s.arg(QLatin1StringView(what)).arg(entries).arg(who, QLatin1StringView(name))),
                ms(found), qPrintable(u"<= %1 ms"_s.arg(limit)), found <= limit);
        }
    };
    row("key press to paint", toPaint, 16);
    row("Return to the painted row", toRow, 16);
    row("Return to durable", toDisk, 50);
    const double longest = watch.longestMs();
    const double limit = entries > 10000 ? 100 : 50;
    figure(qPrintable(u"longest event (%1), %2 entries%3"_s.arg(watch.longest()).arg(entries).arg(who)), ms(longest),
           qPrintable(u"<= %1 ms"_s.arg(limit)), longest <= limit);
}

void scrolling(int entries)
{
    views::Theme theme;
    LiveWindow live(theme, {.fill = [entries](MadeIncident &incident) { incident.notes(entries); }});
    QAbstractItemView *list = rowsOf(live);
    PaintWitness rows(list->viewport());
    QList<double> times;
    QElapsedTimer timer;
    list->setFocus();
    for (int page = 0; page < 100; ++page) {
        rows.painted = false;
        timer.start();
        QTest::keyClick(list, page < 50 ? Qt::Key_PageUp : Qt::Key_PageDown);
        times.append(until(timer, [&] { return rows.painted; }));
    }
    for (int jump = 1; jump <= 20; ++jump) {
        rows.painted = false;
        QScrollBar *bar = list->verticalScrollBar();
        timer.start();
        bar->setValue(bar->value() > bar->maximum() / 2 ? bar->maximum() / (jump + 3) : bar->maximum() - jump);
        times.append(until(timer, [&] { return rows.painted; }));
    }
    const double found = percentile(times, 0.99);
    figure(qPrintable(u"scroll, %1 entries, p99"_s.arg(entries)), ms(found), "<= 16 ms", found <= 16);
    figure(qPrintable(u"memory, %1 entries"_s.arg(entries)), u"%1 MiB"_s.arg(residentKiB() / 1024), "-");
}

// From a chip, or a key press in the filter's field, to the painted rows.
void filtering(int entries)
{
    views::Theme theme;
    LiveWindow live(theme, {.fill = [entries](MadeIncident &incident) {
                        fillBusy(incident);
                        incident.notes(entries);
                    }});
    PaintWitness rows(rowsOf(live)->viewport());
    QElapsedTimer timer;
    QList<double> chips;
    QList<double> letters;
    const auto measure = [&](QList<double> &times, const auto &act) {
        rows.painted = false;
        timer.start();
        act();
        times.append(until(timer, [&] { return rows.painted; }));
    };
    for (int round = 0; round < 10; ++round) {
        for (const auto &name : {u"timeline.chip.decisions"_s, u"timeline.chip.all"_s})
            measure(chips, [&] { live.window()->findChild<QAbstractButton *>(name)->click(); });
        auto *field = live.window()->findChild<QLineEdit *>(u"timeline.filter"_s);
        field->setFocus();
        for (const QChar letter : u"check"_s)
            measure(letters, [&] { typeText(QString(letter)); });
        measure(chips, [&] { field->clear(); });
    }
    figure(qPrintable(u"chip to the painted rows, %1 entries, p99"_s.arg(entries)), ms(percentile(chips, 0.99)), "-");
    figure(qPrintable(u"letter in the filter, %1 entries, p99"_s.arg(entries)), ms(percentile(letters, 0.99)), "-");
}

// A run of machine events that grows: what one of them costs when thousands stand there already, against the first.
void folding()
{
    views::Theme theme;
    LiveWindow live(theme, LiveWindow::Setup{});
    const auto some = [&](int count) {
        return secondsOf([&] {
            for (int i = 0; i < count; ++i)
                (void)live.incident().incident().execute(
                    {domain::Verb::System, {}, {}, {{u"id"_s, u"slack.lamp"_s}, {u"connector"_s, true}}});
        });
    };
    (void)some(100);
    const double first = some(500);
    (void)some(8000);
    const double last = some(500);
    figure("machine event into a folded run of 8,600, against 100", QString::number(last / first, 'f', 2), "<= 1.5",
           last / first <= 1.5);
}

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
    if (!child.waitForFinished((seconds + 60) * 1000))
        qFatal("the idle window does not end");
    const QList<QByteArray> said = child.readAllStandardOutput().trimmed().split(' ');
    const double share = said.value(0).toDouble() / (seconds * 10.0);
    const double memory = said.value(1).toDouble() / 1024;
    figure(qPrintable(u"idle for %1 s, %2 entries: processor"_s.arg(seconds).arg(entries)), u"%1 %"_s.arg(share, 0, 'f', 2),
           "< 1 %", share < 1);
    const double wakeUps = said.value(2).toDouble() / seconds;
    figure(qPrintable(u"idle, %1 entries: wake-ups of all threads, a second"_s.arg(entries)), QString::number(wakeUps, 'f', 1),
           "<= 2", wakeUps <= 2);
    figure(qPrintable(u"idle, %1 entries: memory"_s.arg(entries)), u"%1 MiB"_s.arg(memory, 0, 'f', 0), "<= 150 MiB",
           memory <= 150);
}

// ---- the children

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
            QTimer::singleShot(0, this, &StartWitness::pressKey);
        auto *list = qobject_cast<QAbstractItemView *>(watched->parent());
        if (!m_rows && list && list->objectName() == "timeline.list"_L1 && list->model()->rowCount() > 0) {
            m_rows = true;
            QTimer::singleShot(0, this, [] { say("rows"); });
        }
        return false;
    }

private:
    void pressKey()
    {
        say("painted");
        QWidget *entry = QApplication::focusWidget();
        if (!entry || entry->objectName() != "entry.field"_L1)
            qFatal("quick entry has no focus");
        QTest::sendKeyEvent(QTest::Click, entry, Qt::Key_X, u"x"_s, Qt::NoModifier);
        if (qobject_cast<QPlainTextEdit *>(entry)->toPlainText() != "x"_L1)
            qFatal("the key was not taken");
        QTimer::singleShot(0, this, [] { say("key"); });
    }

    bool m_painted = false;
    bool m_rows = false;
};

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

double processorMs()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto msOf = [](const timeval &time) { return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000; };
    return msOf(used.ru_utime) + msOf(used.ru_stime);
}

// How often any thread of this process waited and went on.
qint64 wakeUps()
{
    qint64 sum = 0;
    const QDir tasks(u"/proc/self/task"_s);
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile status(tasks.filePath(task + u"/status"_s));
        if (!status.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("voluntary_ctxt_switches:"))
                sum += line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
        }
    }
    return sum;
}

int idleChild(const QString &path, int idleSeconds)
{
    views::Theme theme;
    LiveWindow live(theme, path);
    double before = 0;
    qint64 wokenBefore = 0;
    QTimer::singleShot(3000, qApp, [&] {
        before = processorMs();
        wokenBefore = wakeUps();
    });
    QTimer::singleShot(3000 + idleSeconds * 1000, qApp, [&] {
        std::printf("%.1f %lld %lld\n", processorMs() - before, (long long)residentKiB(), (long long)(wakeUps() - wokenBefore));
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--program"_L1)
        return programChild(arguments.value(2), arguments.value(3));
    if (arguments.value(1) == "--idle"_L1)
        return idleChild(arguments.value(2), arguments.value(3).toInt());
    const bool quick = arguments.contains("--quick"_L1);
    std::printf("window (%s)\n", qPrintable(QGuiApplication::platformName()));
    struct Part
    {
        QString name;
        std::function<void()> run;
    };
    const QList<Part> parts{
        {u"typing"_s, [] { typing(10000, false); }},     {u"others"_s, [] { typing(10000, true); }},
        {u"typing100"_s, [] { typing(100000, false); }}, {u"scrolling"_s, [] { scrolling(100000); }},
        {u"filtering"_s, [] { filtering(100000); }},     {u"folding"_s, [] { folding(); }},
        {u"start"_s, [] { starting(10000); }},           {u"idle"_s, [quick] { idling(10000, quick ? 10 : 60); }},
    };
    const QString only = arguments.contains("--only"_L1) ? arguments.value(arguments.indexOf("--only"_L1) + 1) : QString();
    for (const Part &part : parts) {
        if (only.isEmpty() || only.split(u',').contains(part.name))
            part.run();
    }
    return 0;
}
