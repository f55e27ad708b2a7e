// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "madeincident.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

// Reading in the window: scrolling and filters.
namespace fireline::bench {

using namespace test;

void scrolling(int entries)
{
    views::Theme theme;
    LiveWindow live(theme, {.fill = [entries](MadeIncident &incident) { incident.notes(entries); }});
    QAbstractItemView *list = rowsOf(live);
    // What the perspective filters away cannot be scrolled.
    live.window()->findChild<QAbstractButton *>(u"timeline.chip.all"_s)->click();
    until(Watch(), [list, entries] { return list->model()->rowCount() >= entries && list->verticalScrollBar()->maximum() > 0; });
    PaintWitness rows(list->viewport());
    QList<Took> times;
    Watch watch;
    list->setFocus();
    for (int page = 0; page < 100; ++page) {
        rows.painted = false;
        watch.start();
        QTest::keyClick(list, page < 50 ? Qt::Key_PageUp : Qt::Key_PageDown);
        times.append(until(watch, [&] { return rows.painted; }));
    }
    for (int jump = 1; jump <= 20; ++jump) {
        rows.painted = false;
        QScrollBar *bar = list->verticalScrollBar();
        watch.start();
        bar->setValue(bar->value() > bar->maximum() / 2 ? bar->maximum() / (jump + 3) : bar->maximum() - jump);
        times.append(until(watch, [&] { return rows.painted; }));
    }
    bench::rows(u"scroll, %1 entries"_s.arg(entries), times, 16);
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
    Watch watch;
    QList<Took> chips;
    QList<Took> letters;
    const auto measure = [&](QList<Took> &times, const auto &act) {
        rows.painted = false;
        watch.start();
        act();
        times.append(until(watch, [&] { return rows.painted; }));
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
    bench::rows(u"chip to the painted rows, %1 entries"_s.arg(entries), chips, 100);
    bench::rows(u"letter in the filter, %1 entries"_s.arg(entries), letters, 100);
}

} // namespace fireline::bench
