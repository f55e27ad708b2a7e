// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures.h"
#include "livewindow.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QList>
#include <QString>
#include <QTimer>

#include <functional>

class QAbstractItemView;

// What the parts of bench_window share. Each part prints its own lines of the table.
namespace fireline::bench {

/// Milliseconds: those that passed, and those that this thread kept the processor busy. Where other programs run beside, the
/// second is what the window costs.
struct Took
{
    double wall = 0;
    double busy = 0;
};

class Watch
{
public:
    Watch() { start(); }
    void start();
    [[nodiscard]] Took took() const;

private:
    QElapsedTimer m_timer;
    qint64 m_busyNs = 0;
};

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

/// What it took until `done`, with the event loop running; while there is nothing to do, it sleeps.
template<typename Done>
Took until(const Watch &watch, Done done)
{
    QTimer guard;
    guard.start(1000);
    while (!done()) {
        if (watch.took().wall > 20000)
            qFatal("waited in vain");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return watch.took();
}

/// Of the times that passed.
[[nodiscard]] double percentile(const QList<Took> &times, double part);
[[nodiscard]] double percentile(QList<double> values, double part);
[[nodiscard]] QString ms(double value);
/// A line for each percentile, the processor's time beside the time that passed.
void rows(const QString &what, const QList<Took> &times, double limit);
/// Where the rows of the record are painted.
[[nodiscard]] QAbstractItemView *rowsOf(test::LiveWindow &live);
/// The longest event since WatchedApplication::start().
void longestEvent(const QString &where, double limit);

/// What it took to type lines: for each key until its letter was painted, for each line until its row was, and until it was durable.
struct Typed
{
    QList<Took> toPaint;
    QList<Took> toRow;
    QList<Took> toDisk;
};

/// A scribe's keys of a second: so much of the window's time, which stands otherwise, goes by for each.
inline constexpr double keysASecond = 12;
/// Lines of a scribe, 30 % of them commands. `atKey` is an event that stands in the queue when a key is pressed.
[[nodiscard]] Typed typeLines(test::LiveWindow &live, int lines, const std::function<void()> &atKey = {});
/// How many of so many lines behind the row `before` are lost, torn or out of order.
[[nodiscard]] int wrongLines(const domain::IncidentState &state, qsizetype before, int lines);

/// 200 lines of a scribe, 30 % of them commands, at 12 keys a second; where `beside`, others post 20 events a second meanwhile.
void typing(int entries, bool beside);
/// The scenario with the most steps, as fast as it goes, in a record that is long already.
void busiest(int entries);
/// A run of machine events that grows.
void folding();
void scrolling(int entries);
void filtering(int entries);
void starting(int entries);
void idling(int entries, int seconds);

/// What children do: the program on a file, and the window left alone.
int programChild(const QString &path, const QString &config);
int idleChild(const QString &path, int idleSeconds);

} // namespace fireline::bench
