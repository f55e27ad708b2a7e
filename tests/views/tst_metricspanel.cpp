// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/graphforms.h"
#include "metrics/seriesnames.h"
#include "metricsrig.h"
#include "partnames.h"
#include "theme/seriestokens.h"

#include <QAction>
#include <QDropEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::minute;
using fireline::views::MetricsPanel;
using fireline::views::shortNames;
using Board = fireline::test::MetricsRig;

/// Graphs, table and marks by key presses; what a person asks for leaves the panel as a signal.
class TestMetricsPanel : public QObject
{
    Q_OBJECT
private slots:
    void emptyItSaysHowToBegin();
    void aDroppedFileIsAskedFor();
    void spaceShowsTheSameAsATable();
    void aRowOfTheTableMovesTheCursor();
    void seriesAreHiddenByKey();
    void timesFollowTheWindow();
    void everythingHasAKeyAndAReason();
    void snapshotsAreAskedForWhenThereIsSomething();
    void whatIsAppendedIsShown();
    void shortNamesStayApart_data();
    void shortNamesStayApart();
    void namesHaveRoomInANarrowPanel();
};

void TestMetricsPanel::emptyItSaysHowToBegin()
{
    Board board(false);
    QSignalSpy asked(&board.panel, &MetricsPanel::importRequested);
    QVERIFY(board.part("metricsImportFirst")->isVisible());
    QVERIFY(board.part("metricsImportFirst")->hasFocus());
    board.press(Qt::Key_Space);
    QCOMPARE(asked.count(), 1);
    board.press(Qt::Key_I);
    QCOMPARE(asked.count(), 2);
    board.fill();
    QVERIFY(board.plot().isVisible());
    QVERIFY(board.plot().hasFocus()); // the keyboard does not get lost with the button
    board.model.store.removeSource(u"/x/api.csv"_s);
    QVERIFY(board.part("metricsImportFirst")->hasFocus());
}

void TestMetricsPanel::aDroppedFileIsAskedFor()
{
    Board board(false);
    QSignalSpy asked(&board.panel, &MetricsPanel::filesRequested);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/tmp/a.csv"_s), QUrl(u"https://example.org/b.csv"_s)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&board.panel, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&board.panel, &drop);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toStringList(), QStringList{u"/tmp/a.csv"_s});
}

void TestMetricsPanel::spaceShowsTheSameAsATable()
{
    Board board;
    board.plot().setRange({board.begin, board.begin + 3 * minute});
    board.plot().setReading(board.begin + 2 * minute);
    board.press(Qt::Key_Space);
    auto *table = board.part<QTableView>("metricsTable");
    QVERIFY(table->isVisible() && table->hasFocus());
    QCOMPARE(table->model()->rowCount(), 4);
    QCOMPARE(table->model()->index(2, 1).data().toString(), board.value(0));
    QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), u"latency in ms"_s);
    QCOMPARE(table->currentIndex().row(), 2);
    board.press(Qt::Key_Space);
    QVERIFY(board.plot().isVisible() && board.plot().hasFocus());
    QCOMPARE(board.model.table.rowCount(), 0); // nobody looks: nothing is held
}

void TestMetricsPanel::aRowOfTheTableMovesTheCursor()
{
    Board board;
    board.press(Qt::Key_Space);
    auto *table = board.part<QTableView>("metricsTable");
    table->setCurrentIndex(table->model()->index(7, 0));
    board.press(Qt::Key_Return);
    QVERIFY(board.plot().hasFocus());
    QCOMPARE(*board.plot().reading(), board.begin - 53 * minute);
}

void TestMetricsPanel::seriesAreHiddenByKey()
{
    Board board;
    auto *list = board.part<QTableView>("metricsSeries");
    list->setFocus();
    list->setCurrentIndex(board.model.series.index(1, 0));
    board.press(Qt::Key_Space);
    QVERIFY(!board.model.store.at(1).shown);
    board.press(Qt::Key_Space);
    QVERIFY(board.model.store.at(1).shown);
    QSignalSpy removed(&board.panel, &MetricsPanel::removeRequested);
    board.press(Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().first().toString(), u"/x/api.csv"_s);
    QSignalSpy zone(&board.panel, &MetricsPanel::zoneRequested);
    board.press(Qt::Key_Z);
    QCOMPARE(zone.count(), 1);
}

void TestMetricsPanel::timesFollowTheWindow()
{
    Board board;
    board.press(Qt::Key_Home);
    const auto *reading = board.part<QLabel>("metricsReading");
    QVERIFY(reading->text().contains(u"UTC"_s));
    const QImage utc = board.plot().picture();
    board.times.setUtc(false);
    QVERIFY(!reading->text().contains(u"UTC"_s));
    QVERIFY(reading->text().startsWith(board.times.full({board.begin - 60 * minute})));
    QVERIFY(board.plot().picture() != utc);
}

void TestMetricsPanel::everythingHasAKeyAndAReason()
{
    Board board(false);
    QVERIFY(board.registry.problems().isEmpty());
    board.registry.refresh();
    for (const auto &spec : board.registry.specs()) {
        QVERIFY2(!spec.keys.isEmpty(), qPrintable(spec.id));
        const QAction *action = board.registry.action(spec.id);
        QVERIFY2(action->isEnabled() == board.registry.whyNot(spec.id).isEmpty(), qPrintable(spec.id));
        if (spec.id != u"metrics.import" && spec.id != u"metrics.now" && spec.id != u"metrics.kept")
            QVERIFY2(board.registry.whyNot(spec.id).contains(u"Import"_s), qPrintable(spec.id));
    }
    board.fill();
    board.panel.forms().setSources({{u"here"_s, u"Prometheus"_s}}, {});
    for (const auto &spec : board.registry.specs()) {
        // Nothing here goes on with the time, was kept, or is proposed.
        static const QStringList others{u"metrics.now"_s, u"metrics.kept"_s, u"metrics.takeStart"_s, u"metrics.takeEnd"_s,
                                        u"metrics.effect"_s};
        if (!others.contains(spec.id))
            QVERIFY2(board.registry.whyNot(spec.id).isEmpty(), qPrintable(spec.id));
    }
    test::checkPartNames(board.panel);
    board.press(Qt::Key_Space); // the table
    test::checkPartNames(board.panel);
}

void TestMetricsPanel::snapshotsAreAskedForWhenThereIsSomething()
{
    Board board;
    board.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(board.asked.size(), 1);
    QCOMPARE(board.asked.first().verb, Verb::Snap);
    board.model.store.setShown(0, false);
    board.model.store.setShown(1, false);
    QVERIFY(board.panel.whyNotSnap().contains(u"hidden"_s));
    QVERIFY(!board.part("metricsSnap")->isEnabled());
    board.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(board.asked.size(), 1);
}

void TestMetricsPanel::whatIsAppendedIsShown()
{
    Board board;
    const MetricRange before = board.plot().range();
    board.model.store.append(0, {{board.begin + 61 * minute, 400}, {board.begin + 80 * minute, 500}});
    QVERIFY(board.plot().range().toUs > before.toUs); // nobody zoomed: it grows
    board.press(Qt::Key_End);
    QCOMPARE(board.value(0), u"500"_s);
    board.press(Qt::Key_Plus);
    const MetricRange zoomed = board.plot().range();
    board.model.store.append(0, {{board.begin + 200 * minute, 1}});
    QCOMPARE(board.plot().range(), zoomed); // who looks at something is left there
}

void TestMetricsPanel::shortNamesStayApart_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("the end differs") << QStringList{u"checkout_latency_seconds_p95"_s, u"checkout_latency_seconds_p99"_s};
    QTest::newRow("the beginning differs") << QStringList{u"eu_checkout_latency_seconds"_s, u"us_checkout_latency_seconds"_s};
    QTest::newRow("one label differs") << QStringList{u"job=\"checkout\",pod=\"a\",zone=\"eu\""_s,
                                                      u"job=\"checkout\",pod=\"b\",zone=\"eu\""_s};
    QTest::newRow("a word goes on") << QStringList{u"pod=\"web-1\""_s, u"pod=\"web-12\""_s, u"pod=\"web\""_s};
    QTest::newRow("in the middle of a word")
        << QStringList{u"aaaaaaaaaaaaaaaaaaaa1aaaaaaaaaaaaaaaaaaaa"_s, u"aaaaaaaaaaaaaaaaaaaa2aaaaaaaaaaaaaaaaaaaa"_s};
    QTest::newRow("one begins as the other") << QStringList{u"errors"_s, u"errors total"_s, u"errors total 5xx"_s};
}

void TestMetricsPanel::shortNamesStayApart()
{
    QFETCH(QStringList, names);
    const QFontMetrics letters{QFont()};
    QCOMPARE(shortNames(names, letters, 10000), names);
    for (int width = 8 * letters.averageCharWidth(); width < 300; width += 3) {
        const QStringList shown = shortNames(names, letters, width);
        QCOMPARE(shown.size(), names.size());
        QVERIFY2(QSet<QString>(shown.begin(), shown.end()).size() == names.size(),
                 qPrintable(u"%1 px: %2"_s.arg(width).arg(shown.join(u" | "_s))));
        for (const QString &each : shown)
            QVERIFY2(letters.horizontalAdvance(each) <= width, qPrintable(each));
    }
    // What all begin with goes first: of these the last word is left, not the ends of the first and of the last.
    const QStringList two = shortNames({u"latency of the checkout: p95"_s, u"latency of the checkout: p99"_s}, letters,
                                       letters.horizontalAdvance(u"…p99"_s) + 2);
    QCOMPARE(two, (QStringList{u"…p95"_s, u"…p99"_s}));
    // Those that look alike when cut say what differs, whatever else is in the list: never a number.
    const QStringList mixed = shortNames({u"instance=\"127.0.0.1:40277\", region=\"eu\", service=\"checkout\""_s,
                                          u"instance=\"127.0.0.1:40277\", region=\"us\", service=\"checkout\""_s, u"latency"_s},
                                         letters, letters.horizontalAdvance(u"instan…ckout\""_s));
    QCOMPARE(mixed, (QStringList{u"…eu…"_s, u"…us…"_s, u"latency"_s}));
}

/// As wide as the panel is in a window of 1024 pixels between two columns.
void TestMetricsPanel::namesHaveRoomInANarrowPanel()
{
    Board board;
    board.model.store.setSource(u"/x/pods.csv"_s, {{u"latency_of_checkout{pod=\"a\"}"_s, u"s"_s, {{board.begin, 0.2183}}},
                                                   {u"latency_of_checkout{pod=\"b\"}"_s, u"s"_s, {{board.begin, 0.2583}}}});
    board.panel.resize(430, 210);
    board.plot().setReading(board.begin);
    const auto *list = board.part<QTableView>(u"metricsSeries"_s);
    const int letter = list->fontMetrics().averageCharWidth();
    QTRY_VERIFY2(list->columnWidth(metrics::NameColumn) > 14 * letter, qPrintable(QString::number(list->columnWidth(0))));
    QVERIFY(list->isColumnHidden(metrics::UnitColumn));
    // The value stands below the name.
    QVERIFY(list->isColumnHidden(metrics::ValueColumn));
    QVERIFY(list->rowHeight(0) > board.theme.rowHeight() + letter);
    const QModelIndex last = board.model.series.index(board.model.series.rowCount() - 1, 0);
    QVERIFY(last.data(Qt::ToolTipRole).toString().contains(u"latency_of_checkout{pod=\"b\"}"_s));
    board.panel.resize(1200, 400);
    QTRY_VERIFY(!list->isColumnHidden(metrics::UnitColumn));
    QVERIFY(!list->isColumnHidden(metrics::ValueColumn));
    QCOMPARE(list->rowHeight(0), board.theme.rowHeight());
    // In the table of values the first value is in sight beside the time.
    board.panel.resize(430, 210);
    board.press(Qt::Key_Space);
    const QHeaderView *heads = board.part<QTableView>(u"metricsTable"_s)->horizontalHeader();
    QCOMPARE(heads->count(), 5);
    const auto *values = board.part<QTableView>(u"metricsTable"_s);
    for (const int width : {430, 640}) {
        board.panel.resize(width, 210);
        QTRY_VERIFY2(heads->sectionPosition(2) <= values->viewport()->width(), qPrintable(QString::number(width)));
    }
    // Read anew, as each second of a query that goes on, the table stays at its row.
    const QModelIndex third = values->model()->index(2, 0);
    const qint64 at = third.data(metrics::TimeRole).toLongLong();
    board.part<QTableView>(u"metricsTable"_s)->setCurrentIndex(third);
    board.model.store.setShown(0, false);
    QCOMPARE(values->currentIndex().data(metrics::TimeRole).toLongLong(), at);
}

QTEST_MAIN(TestMetricsPanel)
#include "tst_metricspanel.moc"
