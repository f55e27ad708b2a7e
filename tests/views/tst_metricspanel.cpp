// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "colourdifference.h"
#include "memoryfeed.h"
#include "metrics/metricmarksmodel.h"
#include "metrics/metricplot.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metricspanel.h"
#include "metrics/metrictablemodel.h"
#include "text/timedisplay.h"
#include "theme/seriestokens.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::MemoryFeed;
using fireline::views::ActionRegistry;
using fireline::views::MetricPlot;
using fireline::views::MetricsPanel;
using fireline::views::Theme;
using fireline::views::TimeDisplay;

namespace {

constexpr qint64 minute = 60000000;

/// The panel over a live incident with two series of an hour before its declaration and an hour after.
struct Board
{
    explicit Board(bool filled = true)
        : feed(u"sre-directorate"_s, u"SEV1"_s)
        , series(store)
        , table(store)
        , marks(feed)
        , panel(series, table, marks, theme, times)
        , registry(&panel)
    {
        QObject::connect(&panel, &MetricsPanel::commandRequested, &panel,
                         [this](const Command &command) { asked.append(command); });
        QObject::connect(&panel, &MetricsPanel::eventRequested, &panel, [this](const QString &id) { events.append(id); });
        panel.addActions(registry);
        panel.resize(900, 360);
        panel.show();
        panel.activateWindow();
        begin = feed.state().declaredAt.us;
        if (filled)
            fill();
        panel.firstFocus()->setFocus();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("the panel did not get the keyboard");
    }
    void fill()
    {
        MetricSeries latency{u"latency"_s, u"ms"_s, {}};
        MetricSeries rate{u"rate"_s, u"/s"_s, {}};
        for (int i = -60; i <= 60; ++i) {
            latency.points.push_back({begin + i * minute, i >= 10 && i < 20 ? std::nan("") : 100.0 + i});
            rate.points.push_back({begin + i * minute, 10.0});
        }
        store.setSource(u"/x/api.csv"_s, {latency, rate});
    }
    template<typename T = QWidget>
    T *part(const char *name) const
    {
        return panel.findChild<T *>(QString::fromLatin1(name));
    }
    MetricPlot &plot() const { return panel.plot(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    [[nodiscard]] QString value(int row) const { return series.index(row, metrics::ValueColumn).data().toString(); }

    MemoryFeed feed;
    MetricStore store;
    MetricSeriesModel series;
    MetricTableModel table;
    MetricMarksModel marks;
    Theme theme;
    TimeDisplay times{QTimeZone("Europe/Berlin")};
    MetricsPanel panel;
    ActionRegistry registry;
    QList<Command> asked;
    QStringList events;
    qint64 begin = 0;
};

} // namespace

/// Graphs, table and marks by key presses; what a person asks for leaves the panel as a signal.
class TestMetricsPanel : public QObject
{
    Q_OBJECT
private slots:
    void emptyItSaysHowToBegin();
    void aDroppedFileIsAskedFor();
    void arrowsReadValues();
    void gapsReadAsNothingAndStayGaps();
    void keysZoomAndPan();
    void marksAreGoneThroughAndOpened();
    void aClickedMarkIsOpened();
    void theTimelineIsShownInTheGraph();
    void spaceShowsTheSameAsATable();
    void aRowOfTheTableMovesTheCursor();
    void seriesAreHiddenByKey();
    void timesFollowTheWindow();
    void everythingHasAKeyAndAReason();
    void snapshotsAreAskedForWhenThereIsSomething();
    void whatIsAppendedIsShown();
    void readersHearTheCursor();
    void everyThemeDrawsIt_data();
    void everyThemeDrawsIt();
    void everySeriesLooksOtherwise();
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
    board.store.removeSource(u"/x/api.csv"_s);
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

void TestMetricsPanel::arrowsReadValues()
{
    Board board;
    board.plot().setRange({board.begin - 60 * minute, board.begin}); // near enough that no value is passed over
    board.press(Qt::Key_Home);
    QCOMPARE(*board.plot().reading(), board.begin - 60 * minute);
    QCOMPARE(board.value(0), u"40"_s);
    board.press(Qt::Key_Right);
    QCOMPARE(board.value(0), u"41"_s);
    board.press(Qt::Key_End);
    QCOMPARE(board.value(0), u"160"_s);
    QVERIFY(board.part<QLabel>("metricsReading")->text().contains(u"latency 160 ms"_s));
    board.press(Qt::Key_Right); // there is nothing behind the last
    QCOMPARE(board.value(0), u"160"_s);
}

void TestMetricsPanel::gapsReadAsNothingAndStayGaps()
{
    Board board;
    board.plot().setReading(board.begin + 15 * minute);
    QCOMPARE(board.value(0), u"none"_s);
    QCOMPARE(board.value(1), u"10"_s);
    // In the picture: no pixel of the line's colour in the middle of the gap.
    board.store.setShown(1, false);
    board.plot().setReading({});
    board.part("metricsSeries")->setFocus();
    board.plot().setRange({board.begin + 12 * minute, board.begin + 17 * minute});
    const QColor line = views::seriesLook(board.theme.scheme(), 0).colour;
    const QImage gap = board.plot().picture().toImage();
    const auto pixels = [&](const QImage &image) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 80; x < image.width() / 2; ++x)
                count += image.pixelColor(x, y) == line ? 1 : 0;
        }
        return count;
    };
    QCOMPARE(pixels(gap), 0);
    board.plot().setRange({board.begin + 30 * minute, board.begin + 50 * minute});
    QVERIFY(pixels(board.plot().picture().toImage()) > 20);
}

void TestMetricsPanel::keysZoomAndPan()
{
    Board board;
    const MetricRange all = board.plot().range();
    board.plot().setReading(board.begin);
    board.press(Qt::Key_Plus);
    QVERIFY(std::abs(board.plot().range().length() * 2 - all.length()) < 10);
    QVERIFY(board.plot().range().fromUs < board.begin && board.plot().range().toUs > board.begin);
    const MetricRange half = board.plot().range();
    board.press(Qt::Key_PageDown);
    QCOMPARE(board.plot().range().fromUs, half.fromUs + half.length() / 2);
    board.press(Qt::Key_PageUp);
    board.press(Qt::Key_Minus);
    board.press(Qt::Key_A);
    QCOMPARE(board.plot().range(), all);
    for (int i = 0; i < 60; ++i)
        board.press(Qt::Key_Plus);
    QVERIFY(board.plot().range().length() >= 1000000);
    for (int i = 0; i < 90; ++i)
        board.press(Qt::Key_Minus);
    QVERIFY(board.plot().range().length() > 0);
    board.panel.setIncident({board.begin, board.begin + 20 * minute});
    board.press(Qt::Key_T);
    QCOMPARE(board.plot().range().length(), 22 * minute);
}

void TestMetricsPanel::marksAreGoneThroughAndOpened()
{
    Board board;
    const int before = board.marks.rowCount();
    for (int i = 0; i < 2; ++i) {
        board.feed.advance(Span::minutes(5));
        QVERIFY(board.feed.line(u"/decision number %1"_s.arg(i)));
    }
    QTRY_COMPARE(board.marks.rowCount(), before + 2);
    board.press(Qt::Key_Home);
    for (int i = 0; i < before + 2; ++i)
        board.press(Qt::Key_Down);
    const QModelIndex last = board.marks.index(before + 1);
    QCOMPARE(*board.plot().reading(), last.data(metrics::AtRole).toLongLong());
    board.press(Qt::Key_Return);
    QCOMPARE(board.events, QStringList{last.data(metrics::EventIdRole).toString()});
    board.press(Qt::Key_Up);
    board.press(Qt::Key_Return);
    QCOMPARE(board.events.last(), board.marks.index(before).data(metrics::EventIdRole).toString());
    // Away from a mark, Enter means nothing.
    board.press(Qt::Key_Right);
    board.press(Qt::Key_Return);
    QCOMPARE(board.events.size(), 2);
}

void TestMetricsPanel::aClickedMarkIsOpened()
{
    Board board;
    board.feed.advance(Span::minutes(30));
    QVERIFY(board.feed.line(u"/decision keep it"_s));
    const QString id = board.feed.state().entries.last().eventId;
    QTRY_VERIFY(board.marks.rowOf(id) >= 0);
    board.press(Qt::Key_End);
    board.press(Qt::Key_Up);
    const qint64 at = *board.plot().reading();
    // Where the cursor stands is where the mark is: found by clicking along the graph.
    for (int x = 60; x < board.plot().width() && board.events.isEmpty(); x += 5)
        QTest::mouseClick(&board.plot(), Qt::LeftButton, {}, {x, board.plot().height() / 2});
    QVERIFY(!board.events.isEmpty());
    while (board.events.last() != id) {
        const auto count = board.events.size();
        board.press(Qt::Key_Down);
        board.press(Qt::Key_Return);
        QVERIFY(board.events.size() > count);
    }
    QCOMPARE(*board.plot().reading(), at);
}

void TestMetricsPanel::theTimelineIsShownInTheGraph()
{
    Board board;
    board.feed.advance(Span::minutes(40));
    QVERIFY(board.feed.line(u"/note the disk is full"_s));
    const auto &note = board.feed.state().entries.last();
    const QImage before = board.plot().picture().toImage();
    board.panel.setSelectedEntry(note.eventId, u"E9"_s);
    QVERIFY(board.plot().picture().toImage() != before);
    QVERIFY(board.plot().mark().isEmpty()); // a note is no mark, and its place is shown all the same
    QVERIFY(board.feed.line(u"/decision fail over"_s));
    const QString decision = board.feed.state().entries.last().eventId;
    QTRY_VERIFY(board.marks.rowOf(decision) >= 0);
    board.panel.setSelectedEntry(decision, u"E10"_s);
    QCOMPARE(board.plot().mark(), decision);
    board.press(Qt::Key_Return);
    QCOMPARE(board.events, QStringList{decision});
    // Out of sight it is brought into it.
    board.plot().setRange({board.begin - 60 * minute, board.begin - 50 * minute});
    board.panel.setSelectedEntry(note.eventId, u"E9"_s);
    QVERIFY(board.plot().range().fromUs <= note.at.us && board.plot().range().toUs >= note.at.us);
    board.panel.setSelectedEntry({}, {});
    QVERIFY(board.plot().mark().isEmpty());
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
    QCOMPARE(board.table.rowCount(), 0); // nobody looks: nothing is held
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
    list->setCurrentIndex(board.series.index(1, 0));
    board.press(Qt::Key_Space);
    QVERIFY(!board.store.at(1).shown);
    board.press(Qt::Key_Space);
    QVERIFY(board.store.at(1).shown);
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
    for (QWidget *widget : board.panel.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s))
            continue;
        QVERIFY2(!widget->objectName().isEmpty() && !widget->accessibleName().isEmpty() && !widget->toolTip().isEmpty(),
                 qPrintable(widget->objectName() + QString::fromLatin1(widget->metaObject()->className())));
    }
}

void TestMetricsPanel::snapshotsAreAskedForWhenThereIsSomething()
{
    Board board;
    board.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(board.asked.size(), 1);
    QCOMPARE(board.asked.first().verb, Verb::Snap);
    board.store.setShown(0, false);
    board.store.setShown(1, false);
    QVERIFY(board.panel.whyNotSnap().contains(u"hidden"_s));
    QVERIFY(!board.part("metricsSnap")->isEnabled());
    board.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(board.asked.size(), 1);
}

void TestMetricsPanel::whatIsAppendedIsShown()
{
    Board board;
    const MetricRange before = board.plot().range();
    board.store.append(0, {{board.begin + 61 * minute, 400}, {board.begin + 80 * minute, 500}});
    QVERIFY(board.plot().range().toUs > before.toUs); // nobody zoomed: it grows
    board.press(Qt::Key_End);
    QCOMPARE(board.value(0), u"500"_s);
    board.press(Qt::Key_Plus);
    const MetricRange zoomed = board.plot().range();
    board.store.append(0, {{board.begin + 200 * minute, 1}});
    QCOMPARE(board.plot().range(), zoomed); // who looks at something is left there
}

void TestMetricsPanel::readersHearTheCursor()
{
    Board board;
    board.feed.advance(Span::minutes(5));
    QVERIFY(board.feed.line(u"/decision fail over"_s));
    QTRY_VERIFY(board.marks.rowCount() > 0);
    board.press(Qt::Key_Home);
    const QString said = board.plot().accessibleDescription();
    QVERIFY2(said.contains(u"latency: 40 ms"_s) && said.contains(u"rate: 10 /s"_s), qPrintable(said));
    board.press(Qt::Key_Down);
    QVERIFY2(board.plot().accessibleDescription().contains(u"Enter opens it"_s),
             qPrintable(board.plot().accessibleDescription()));
}

void TestMetricsPanel::everyThemeDrawsIt_data()
{
    QTest::addColumn<Theme::Choice>("choice");
    QTest::newRow("light") << Theme::Choice::Light;
    QTest::newRow("dark") << Theme::Choice::Dark;
    QTest::newRow("high contrast") << Theme::Choice::HighContrast;
}

void TestMetricsPanel::everyThemeDrawsIt()
{
    QFETCH(Theme::Choice, choice);
    Board board;
    board.theme.setChoice(choice);
    const QImage image = board.plot().picture().toImage();
    QSet<QRgb> found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found.insert(image.pixel(x, y));
    }
    QVERIFY(found.contains(views::seriesLook(board.theme.scheme(), 0).colour.rgb()));
    QVERIFY(found.contains(views::seriesLook(board.theme.scheme(), 1).colour.rgb()));
    QVERIFY(found.contains(board.theme.ink(views::Ink::Base).rgb()));
}

/// Without any colour the first eight differ by marker and the neighbours by dashes; each colour is seen on its surface.
void TestMetricsPanel::everySeriesLooksOtherwise()
{
    using views::Scheme;
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        QSet<QString> whole;
        QSet<int> markers;
        for (int look = 0; look < 32; ++look) {
            const auto is = views::seriesLook(scheme, look);
            QString dashes;
            for (const qreal length : is.dashes)
                dashes += QString::number(length) + u' ';
            whole.insert(is.colour.name() + dashes + QString::number(int(is.marker)));
            if (look < 8)
                markers.insert(int(is.marker));
            QVERIFY(is.dashes != views::seriesLook(scheme, look + 1).dashes
                    || is.marker != views::seriesLook(scheme, look + 1).marker);
            for (const auto surface : {views::Ink::Base, views::Ink::Window})
                QVERIFY2(colours::contrast(is.colour, views::ink(scheme, surface)) >= 4.5, qPrintable(is.colour.name()));
        }
        QCOMPARE(whole.size(), 32);
        QCOMPARE(markers.size(), 8);
    }
}

QTEST_MAIN(TestMetricsPanel)
#include "tst_metricspanel.moc"
