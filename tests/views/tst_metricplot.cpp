// SPDX-License-Identifier: GPL-3.0-or-later
#include "colourdifference.h"
#include "metrics/metriccanvas.h"
#include "metricsrig.h"
#include "theme/seriestokens.h"

#include <QLabel>
#include <QPushButton>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::minute;
using fireline::views::Theme;
using Board = fireline::test::MetricsRig;

/// The graph: read, zoomed and gone through by keys, and drawn for everybody to see.
class TestMetricPlot : public QObject
{
    Q_OBJECT
private slots:
    void arrowsReadValues();
    void gapsReadAsNothingAndStayGaps();
    void keysZoomAndPan();
    void marksAreGoneThroughAndOpened();
    void aClickedMarkIsOpened();
    void theTimelineIsShownInTheGraph();
    void readersHearTheCursor();
    void everyThemeDrawsIt_data();
    void everyThemeDrawsIt();
    void aLineIsOneWide_data();
    void aLineIsOneWide();
    void everySeriesLooksOtherwise();
    void aLowPanelShowsOneGraphAfterTheOther();
    void whatIsToBeKnownCoversNoLine();
};

void TestMetricPlot::arrowsReadValues()
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

void TestMetricPlot::gapsReadAsNothingAndStayGaps()
{
    Board board;
    board.plot().setReading(board.begin + 15 * minute);
    QCOMPARE(board.value(0), u"none"_s);
    QCOMPARE(board.value(1), u"10"_s);
    // In the picture: no pixel of the line's colour in the middle of the gap.
    board.model.store.setShown(1, false);
    board.plot().setReading({});
    board.part("metricsSeries")->setFocus();
    board.plot().setRange({board.begin + 12 * minute, board.begin + 17 * minute});
    const QColor line = views::seriesLook(board.theme.scheme(), 0).colour;
    const QImage gap = board.plot().picture();
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
    QVERIFY(pixels(board.plot().picture()) > 20);
}

void TestMetricPlot::keysZoomAndPan()
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

void TestMetricPlot::marksAreGoneThroughAndOpened()
{
    Board board;
    const int before = board.model.marks.rowCount();
    for (int i = 0; i < 2; ++i) {
        board.feed.advance(Span::minutes(5));
        QVERIFY(board.feed.line(u"/decision number %1"_s.arg(i)));
    }
    QTRY_COMPARE(board.model.marks.rowCount(), before + 2);
    board.press(Qt::Key_Home);
    for (int i = 0; i < before + 2; ++i)
        board.press(Qt::Key_Down);
    const QModelIndex last = board.model.marks.index(before + 1);
    QCOMPARE(*board.plot().reading(), last.data(metrics::AtRole).toLongLong());
    board.press(Qt::Key_Return);
    QCOMPARE(board.events, QStringList{last.data(metrics::EventIdRole).toString()});
    board.press(Qt::Key_Up);
    board.press(Qt::Key_Return);
    QCOMPARE(board.events.last(), board.model.marks.index(before).data(metrics::EventIdRole).toString());
    // Away from a mark, Enter means nothing.
    board.press(Qt::Key_Right);
    board.press(Qt::Key_Return);
    QCOMPARE(board.events.size(), 2);
}

void TestMetricPlot::aClickedMarkIsOpened()
{
    Board board;
    board.feed.advance(Span::minutes(30));
    QVERIFY(board.feed.line(u"/decision keep it"_s));
    const QString id = board.feed.state().entries.last().eventId;
    QTRY_VERIFY(board.model.marks.rowOf(id) >= 0);
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

void TestMetricPlot::theTimelineIsShownInTheGraph()
{
    Board board;
    board.feed.advance(Span::minutes(40));
    QVERIFY(board.feed.line(u"/note the disk is full"_s));
    const auto &note = board.feed.state().entries.last();
    const QImage before = board.plot().picture();
    board.panel.setSelectedEntry(note.eventId, u"E9"_s);
    QVERIFY(board.plot().picture() != before);
    QVERIFY(board.plot().mark().isEmpty()); // a note is no mark, and its place is shown all the same
    QVERIFY(board.feed.line(u"/decision fail over"_s));
    const QString decision = board.feed.state().entries.last().eventId;
    QTRY_VERIFY(board.model.marks.rowOf(decision) >= 0);
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

void TestMetricPlot::readersHearTheCursor()
{
    Board board;
    board.feed.advance(Span::minutes(5));
    QVERIFY(board.feed.line(u"/decision fail over"_s));
    QTRY_VERIFY(board.model.marks.rowCount() > 0);
    board.press(Qt::Key_Home);
    const QString said = board.plot().accessibleDescription();
    QVERIFY2(said.contains(u"latency: 40 ms"_s) && said.contains(u"rate: 10 /s"_s), qPrintable(said));
    board.press(Qt::Key_Down);
    QVERIFY2(board.plot().accessibleDescription().contains(u"Enter opens it"_s),
             qPrintable(board.plot().accessibleDescription()));
}

void TestMetricPlot::everyThemeDrawsIt_data()
{
    QTest::addColumn<Theme::Choice>("choice");
    QTest::newRow("light") << Theme::Choice::Light;
    QTest::newRow("dark") << Theme::Choice::Dark;
    QTest::newRow("high contrast") << Theme::Choice::HighContrast;
}

void TestMetricPlot::everyThemeDrawsIt()
{
    QFETCH(Theme::Choice, choice);
    Board board;
    board.theme.setChoice(choice);
    const QImage image = board.plot().picture();
    QSet<QRgb> found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found.insert(image.pixel(x, y));
    }
    QVERIFY(found.contains(views::seriesLook(board.theme.scheme(), 0).colour.rgb()));
    QVERIFY(found.contains(views::seriesLook(board.theme.scheme(), 1).colour.rgb()));
    QVERIFY(found.contains(board.theme.ink(views::Ink::Base).rgb()));
}

void TestMetricPlot::aLineIsOneWide_data()
{
    everyThemeDrawsIt_data();
}

// Any other width takes a hundred times as long to draw (ux 0.5).
void TestMetricPlot::aLineIsOneWide()
{
    QFETCH(Theme::Choice, choice);
    Board board;
    board.theme.setChoice(choice);
    board.theme.setTextSize(200);
    const auto *canvas = board.plot().findChild<views::MetricCanvas *>();
    QVERIFY(canvas && canvas->lines().size() > 1);
    for (const views::GraphLine &line : canvas->lines())
        QCOMPARE(line.graph->pen().widthF(), 1.0);
}

/// Without any colour the first eight differ by marker and the neighbours by dashes; each colour is seen on its surface.
void TestMetricPlot::everySeriesLooksOtherwise()
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

namespace {

/// Four queries with a line each.
void fillFour(Board &board)
{
    for (const QString &name : {u"errors"_s, u"latency"_s, u"requests"_s, u"connections"_s}) {
        MetricField field;
        field.title = name;
        field.own = true;
        board.model.store.setField(name, field);
        MetricSeries series{name, {}, {}};
        for (int i = 0; i <= 60; ++i)
            series.points.push_back({board.begin + i * minute, 10.0 + i % 7});
        board.model.store.setSource(name, {series});
    }
}

/// Names of the fields that are drawn; of those that are too low, that they are.
QStringList inSight(const Board &board)
{
    auto *canvas = board.plot().findChild<views::MetricCanvas *>();
    canvas->replot(); // it lays itself out when it is drawn
    QStringList names;
    for (const views::GraphLine &line : canvas->lines()) {
        const QCPAxisRect *field = line.graph->keyAxis()->axisRect();
        if (!line.graph->realVisibility() || !canvas->axisRects().contains(field))
            continue;
        const bool readable = field->height() >= 3 * QFontMetrics(board.theme.captionFont()).height();
        names.append(board.model.store.at(line.series).data.name + (readable ? u""_s : u", low"_s));
    }
    return names;
}

} // namespace

// Four lines in a hundred points are no graph: one is whole, and a key goes to the next (HDF-8).
void TestMetricPlot::aLowPanelShowsOneGraphAfterTheOther()
{
    Board board(false);
    fillFour(board);
    board.show({640, 168});
    board.plot().setFocus();
    QCOMPARE(inSight(board), QStringList{u"errors"_s});
    const auto *page = board.part<QPushButton>("metricsPage");
    QVERIFY(page->isVisible());
    QCOMPARE(page->text(), u"1 of 4"_s);
    QVERIFY2(board.plot().accessibleDescription().startsWith(u"1 of 4 graphs in sight, the first is errors."_s),
             qPrintable(board.plot().accessibleDescription()));
    board.press(Qt::Key_F);
    QCOMPARE(inSight(board), QStringList{u"latency"_s});
    QVERIFY(board.plot().hasFocus());
    QVERIFY2(board.part<QLabel>("metricsReading")->text().contains(u"latency"_s),
             qPrintable(board.part<QLabel>("metricsReading")->text()));
    board.press(Qt::Key_F, Qt::ShiftModifier);
    board.press(Qt::Key_F, Qt::ShiftModifier);
    QCOMPARE(inSight(board), QStringList{u"connections"_s});
    QCOMPARE(page->text(), u"4 of 4"_s);
    board.press(Qt::Key_F); // behind the last comes the first
    QCOMPARE(inSight(board), QStringList{u"errors"_s});
    // The one of the series that is selected in the list, and hidden series have none.
    board.part("metricsSeries")->setFocus();
    board.press(Qt::Key_Down);
    QCOMPARE(inSight(board), QStringList{u"latency"_s});
    board.model.store.setShown(0, false);
    QCOMPARE(page->text(), u"1 of 3"_s);
    QCOMPARE(inSight(board), QStringList{u"latency"_s});
    board.model.store.setShown(0, true);
    // What is kept shows all of them.
    QVERIFY(board.plot().picture().height() > 300);
    QCOMPARE(inSight(board), QStringList{u"latency"_s});
    // With more room there are more, and with all of it all.
    board.show({640, 260});
    QCOMPARE(inSight(board).size(), 2);
    QVERIFY(inSight(board).contains(u"latency"_s));
    board.show({640, 520});
    QCOMPARE(inSight(board), (QStringList{u"errors"_s, u"latency"_s, u"requests"_s, u"connections"_s}));
    QVERIFY(!page->isVisible());
    board.press(Qt::Key_F); // and a key does no harm
    QCOMPARE(inSight(board).size(), 4);
}

void TestMetricPlot::whatIsToBeKnownCoversNoLine()
{
    Board board(false);
    fillFour(board);
    board.show({640, 168});
    const auto *canvas = board.plot().findChild<views::MetricCanvas *>();
    const auto above = [&] { return canvas->axisRects().first()->margins().top(); };
    const int letters = QFontMetrics(board.theme.captionFont()).height();
    const int without = above();
    QVERIFY(without >= 2 * letters); // its name, and the marks
    board.model.store.setNotice(u"errors"_s, {MetricNotice::Kind::Stale, u"Prometheus"_s, board.begin, {}});
    QCOMPARE(above(), without + letters);
    QCOMPARE(inSight(board), QStringList{u"errors"_s}); // and the line still has room to be read
    board.model.store.setNotice(u"errors"_s, {});
    QCOMPARE(above(), without);
}

QTEST_MAIN(TestMetricPlot)
#include "tst_metricplot.moc"
