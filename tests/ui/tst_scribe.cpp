// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery.h"
#include "livewindow.h"
#include "madeincident.h"
#include "modelwatch.h"

#include "sqlite/sqlitejournal.h"
#include "state/incidentstate.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// A scribe at work: 200 entries, a third of them commands, into a long record, while others report too. Nothing is lost, nothing
/// changes its order, and what the window does for an entry does not grow with the record (ux 5.2, items 11, 12, 21). Time is
/// the test's own: what comes from others is measured by keys pressed, and how long it all takes is for bench_window to say.
class TestScribe : public QObject
{
    Q_OBJECT
private slots:
    void twoHundredEntries();
    void anInputMethodKeepsItsReturn();

private:
    views::Theme m_theme;
};

namespace {

/// What the scribe types, and what has to stand in the record, as toldOf() tells it.
struct Typed
{
    QString line;
    QString told;
};

QList<Typed> script()
{
    QList<Typed> lines;
    int orders = 4; // the busy incident has four
    for (int i = 0; i < 200; ++i) {
        const QString text = u"%1: 40 %, \"it\", a-b; (x)"_s.arg(i);
        switch (i % 10) {
        case 2: lines.append({u"/finding "_s + text, u"entry.posted finding "_s + text}); break;
        case 5:
            ++orders;
            lines.append(
                {u"/action @Priya look at %1 +10m"_s.arg(i), u"order.given A%1 Priya in 600 s: look at %2"_s.arg(orders).arg(i)});
            break;
        case 8: lines.append({u"/ack #A%1"_s.arg(orders), u"order.acknowledged A%1"_s.arg(orders)}); break;
        default: lines.append({text, u"entry.posted note "_s + text});
        }
    }
    return lines;
}

/// An event of the file: what it is, of which object, and what it says.
QString toldOf(const domain::Event &event, const domain::IncidentState &state)
{
    const QJsonObject body = event.body();
    if (event.type == "entry.posted"_L1)
        return u"%1 %2 %3"_s.arg(event.type, body.value(u"kind").toString(), body.value(u"text").toString());
    const QString id = event.type == "order.given"_L1 ? event.id : body.value(u"order").toString();
    const domain::Order *order = state.order(id);
    const QString name = event.type + u' ' + (order ? order->id : u"of nothing"_s);
    if (event.type != "order.given"_L1)
        return name;
    const domain::Span due = domain::Instant{body.value(u"dueUs").toInteger()} - event.occurredAt;
    return u"%1 %2 in %3 s: %4"_s.arg(name, body.value(u"owner").toString())
        .arg(double(due.us) / 1e6)
        .arg(body.value(u"text").toString());
}

constexpr int longRecord = 10000;
constexpr double keysASecond = 12;
constexpr double deliveredASecond = 20;
// Rows that models say they changed: the new ones, what refers to them, and clocks. A tenth of the record would be a walk over it.
constexpr qint64 mostRowsForAnEvent = 20;

// Every key, with what others do in the meantime.
void typeBesideOthers(const QString &line, LiveWindow &live, Delivery &others)
{
    for (const QChar letter : line) {
        live.clock().advance(domain::Span::micros(qint64(1e6 / keysASecond)));
        typeText(QString(letter));
        others.keyPressed();
    }
}

} // namespace

void TestScribe::twoHundredEntries()
{
    LiveWindow live(m_theme, {.fill = [](MadeIncident &incident) {
                        fillBusy(incident);
                        incident.notes(longRecord);
                    }});
    live.quickEntry()->setFocus();
    const qint64 before = live.feed().state().eventCount;
    const auto lines = script();
    Delivery others(live.incident().incident(), deliveredASecond / keysASecond);
    ModelWatch watch(live.window());
    QVERIFY(watch.modelCount() >= 3);
    for (const auto &[line, told] : lines) {
        typeBesideOthers(line, live, others);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    QCOMPARE(live.feed().state().eventCount - before, qint64(lines.size() + others.posted().size()));
    QVERIFY(others.posted().size() > 5000);
    QTRY_COMPARE_WITH_TIMEOUT(live.feed().saveStatus().saving, 0, 60000);
    QVERIFY2(watch.renewals().isEmpty(), qPrintable(watch.renewals().mid(0, 10).join(u'\n')));
    const qint64 most = mostRowsForAnEvent * (live.feed().state().eventCount - before);
    QVERIFY2(watch.rowsTouched() < most, qPrintable(u"%1 rows touched; %2"_s.arg(watch.rowsTouched()).arg(watch.busiest())));
    const QString path = live.path();
    QSet<QString> shown;
    for (const domain::Entry &entry : live.feed().state().entries)
        shown.insert(entry.text);

    // From the file, in the order it was written.
    const auto journal = store::SqliteJournal::open(path, store::SqliteJournal::Mode::ReadOnly);
    QVERIFY(journal.ok());
    QStringList stored;
    QStringList delivered;
    QVERIFY(journal.value()->read(before, [&](qint64, const domain::Event &event) {
        const QString text = event.body().value(u"text"_s).toString();
        if (Delivery::isDelivered(text))
            delivered.append(text);
        else
            stored.append(toldOf(event, live.feed().state()));
        return true;
    }));
    QCOMPARE(delivered, others.posted());
    QCOMPARE(stored.size(), lines.size());
    for (int i = 0; i < lines.size(); ++i) {
        QCOMPARE(stored.at(i), lines.at(i).told);
        const QString text = lines.at(i).told.section(u' ', 2);
        QVERIFY(!lines.at(i).told.startsWith("entry."_L1) || shown.contains(text));
    }
}

void TestScribe::anInputMethodKeepsItsReturn()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    QWidget *entry = live.quickEntry();
    entry->setFocus();
    const qint64 before = live.feed().state().eventCount;
    QInputMethodEvent composing(u"けんさ"_s, {});
    QCoreApplication::sendEvent(entry, &composing);
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(live.feed().state().eventCount, before);
    QInputMethodEvent committed(QString(), {});
    committed.setCommitString(u"検査"_s);
    QCoreApplication::sendEvent(entry, &committed);
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(live.feed().state().eventCount, before + 1);
    QCOMPARE(live.feed().state().entries.constLast().text, u"検査"_s);
}

QTEST_MAIN(TestScribe)
#include "tst_scribe.moc"
