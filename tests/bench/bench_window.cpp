// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: from key press to paint and to the disk, start, scrolling, filtering, idle processor time, memory.
//   bench_window                     the table
//   bench_window --bare              a bare Qt window, until its first paint     (measured by the first)
//   bench_window --start FILE        the real window on a file, likewise
//   bench_window --idle FILE SECONDS the real window, left alone: prints processor time in milliseconds and KiB of memory
#include "figures.h"
#include "livewindow.h"
#include "madeincident.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <algorithm>
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

void typing(int entries)
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
    for (int line = 0; line < 200; ++line) {
        live.clock().advance(domain::Span::seconds(1));
        for (const QChar letter : u"line %1 of the scribe"_s.arg(line)) {
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
    const auto row = [entries](const char *what, const QList<double> &values, double limit) {
        for (const auto &[name, part] : {std::pair{"p50", 0.5}, std::pair{"p99", 0.99}}) {
            const double found = percentile(values, part);
            figure(qPrintable(u"%1, %2 entries, %3"_s.arg(QLatin1StringView(what)).arg(entries).arg(QLatin1StringView(name))),
                   ms(found), qPrintable(u"<= %1 ms"_s.arg(limit)), found <= limit);
        }
    };
    row("key press to paint", toPaint, 16);
    row("Return to the painted row", toRow, 16);
    row("Return to durable", toDisk, 50);
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
    LiveWindow live(theme, {});
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

// Until the first line of a child's output.
double startOf(const QStringList &arguments)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    child.start(QCoreApplication::applicationFilePath(), arguments);
    while (!child.canReadLine()) {
        if (!child.waitForReadyRead(30000))
            qFatal("the window does not come up");
    }
    const double took = double(timer.nsecsElapsed()) / 1e6;
    child.kill();
    child.waitForFinished();
    return took;
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
    QList<double> bare;
    QList<double> real;
    for (int run = 0; run < 11; ++run) {
        bare.append(startOf({u"--bare"_s}));
        real.append(startOf({u"--start"_s, path}));
    }
    const double one = percentile(bare, 0.5);
    const double other = percentile(real, 0.5);
    figure("a bare Qt window, start to first paint, median", ms(one), "-");
    figure(qPrintable(u"the window with %1 entries, start to rows painted, median"_s.arg(entries)), ms(other), "<= 400 ms",
           other <= 400);
    figure("ratio of the two", QString::number(other / one, 'f', 2), "<= 3", other / one <= 3);
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
    figure(qPrintable(u"idle, %1 entries: memory"_s.arg(entries)), u"%1 MiB"_s.arg(memory, 0, 'f', 0), "<= 150 MiB",
           memory <= 150);
}

// ---- the children

void sayAtFirstPaint(QWidget *painted)
{
    auto *witness = new PaintWitness(painted);
    auto *timer = new QTimer(painted);
    QObject::connect(timer, &QTimer::timeout, painted, [witness] {
        if (!std::exchange(witness->painted, false))
            return;
        std::puts("painted");
        std::fflush(stdout);
    });
    timer->start(0);
    painted->update(); // it may have been painted before anybody looked
}

int bareChild()
{
    QWidget bare;
    bare.resize(1366, 746);
    bare.show();
    sayAtFirstPaint(&bare);
    return QCoreApplication::exec();
}

double processorMs()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto msOf = [](const timeval &time) { return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000; };
    return msOf(used.ru_utime) + msOf(used.ru_stime);
}

int windowChild(const QString &path, int idleSeconds)
{
    views::Theme theme;
    LiveWindow live(theme, path);
    if (idleSeconds == 0) {
        sayAtFirstPaint(rowsOf(live)->viewport());
        return QCoreApplication::exec();
    }
    double before = 0;
    QTimer::singleShot(3000, qApp, [&] { before = processorMs(); });
    QTimer::singleShot(3000 + idleSeconds * 1000, qApp, [&] {
        std::printf("%.1f %lld\n", processorMs() - before, (long long)residentKiB());
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--bare"_L1)
        return bareChild();
    if (arguments.value(1) == "--start"_L1)
        return windowChild(arguments.value(2), 0);
    if (arguments.value(1) == "--idle"_L1)
        return windowChild(arguments.value(2), arguments.value(3).toInt());
    const bool quick = arguments.contains("--quick"_L1);
    std::printf("window (%s)\n", qPrintable(QGuiApplication::platformName()));
    typing(10000);
    typing(100000);
    scrolling(100000);
    filtering(100000);
    folding();
    starting(10000);
    idling(10000, quick ? 10 : 60);
    return 0;
}
