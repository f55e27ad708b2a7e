// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery.h"
#include "windowbench.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;

// A scribe at a window.
namespace fireline::bench {

using namespace test;

namespace {

// What a key press changes is painted in the field's viewport.
QWidget *paintedPart(QWidget *entry)
{
    auto *area = qobject_cast<QAbstractScrollArea *>(entry);
    return area ? area->viewport() : entry;
}

// Three of ten are commands.
QString lineOf(int number)
{
    const QString command = number % 10 == 2 || number % 10 == 5 ? u"/finding "_s
                            : number % 10 == 8                   ? u"/action @Priya "_s
                                                                 : QString();
    return command + u"line %1 of the scribe"_s.arg(number);
}

} // namespace

Typed typeLines(LiveWindow &live, int lines, const std::function<void()> &atKey)
{
    Typed typed;
    QWidget *entry = live.quickEntry();
    entry->setFocus();
    PaintWitness field(paintedPart(entry));
    PaintWitness rows(rowsOf(live)->viewport());
    QObject network;
    network.setObjectName(u"others"_s);
    Watch watch;
    for (int line = 0; line < lines; ++line) {
        for (const QChar letter : lineOf(line)) {
            live.clock().advance(domain::Span::micros(qint64(1e6 / keysASecond)));
            field.painted = false;
            watch.start();
            // What comes from others stands in the queue when the key is pressed.
            if (atKey)
                QMetaObject::invokeMethod(&network, atKey, Qt::QueuedConnection);
            typeText(QString(letter));
            typed.toPaint.append(until(watch, [&] { return field.painted; }));
        }
        rows.painted = false;
        watch.start();
        QTest::keyClick(entry, Qt::Key_Return);
        typed.toRow.append(until(watch, [&] { return rows.painted; }));
        typed.toDisk.append(until(watch, [&] { return live.feed().saveStatus().saving == 0; }));
    }
    return typed;
}

// What was typed must stand in the record, in its order.
int wrongLines(const domain::IncidentState &state, qsizetype before, int lines)
{
    QStringList found;
    for (const domain::Entry &entry : state.entries.mid(before)) {
        if (!Delivery::isDelivered(entry.text) && entry.text.contains(u" of the scribe"_s))
            found.append(entry.text);
    }
    int wrong = std::abs(int(found.size()) - lines);
    for (qsizetype i = 0; i < found.size(); ++i)
        wrong += found.at(i).endsWith(u"line %1 of the scribe"_s.arg(i)) ? 0 : 1;
    return wrong;
}

} // namespace fireline::bench
