// SPDX-License-Identifier: GPL-3.0-or-later
#include "metricsrig.h"
#include "partnames.h"
#include "theme/seriestokens.h"

#include <QAction>
#include <QDropEvent>
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
    const QImage utc = board.plot().picture().toImage();
    board.times.setUtc(false);
    QVERIFY(!reading->text().contains(u"UTC"_s));
    QVERIFY(reading->text().startsWith(board.times.full({board.begin - 60 * minute})));
    QVERIFY(board.plot().picture().toImage() != utc);
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
        if (spec.id != u"metrics.import")
            QVERIFY2(board.registry.whyNot(spec.id).contains(u"Import"_s), qPrintable(spec.id));
    }
    board.fill();
    for (const auto &spec : board.registry.specs())
        QVERIFY2(board.registry.whyNot(spec.id).isEmpty(), qPrintable(spec.id));
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

QTEST_MAIN(TestMetricsPanel)
#include "tst_metricspanel.moc"
