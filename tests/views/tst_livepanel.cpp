// SPDX-License-Identifier: GPL-3.0-or-later
#include "liveboard.h"
#include "metrics/graphwords.h"
#include "metrics/querycompleter.h"
#include "partnames.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QScopeGuard>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::LiveBoard;
using fireline::views::GraphQuery;
using fireline::views::MetricCanvas;
using fireline::views::MetricsPanel;

namespace {

constexpr qint64 second = 1000000;

} // namespace

/// Graphs of queries in the panel: asked for by keys, going on with the time, and honest about what is not known.
class TestLivePanel : public QObject
{
    Q_OBJECT
private slots:
    void aQueryIsAskedForByKeys();
    void namesOfMetricsAreOffered();
    void namesThatComeWhileOneIsTyped();
    void aQueryThatStandsThereIsLeftAlone();
    void whereANameMayStand_data();
    void whereANameMayStand();
    void aWrongThresholdIsTold();
    void aGraphIsChangedWhereItIsDrawn();
    void theGraphGoesOnWithTheTime();
    void severalGraphsShareTimeAndCursor();
    void whatIsWrongIsSaidInTheGraph();
    void aNoticeIsInWords();
    void theScaleIsLogarithmicByKey();
    void theThresholdIsDrawn();
    void infiniteValuesAreSeenAtTheEdge();
    void aPartOfTheTimeIsSelectedByKeysAndMouse();
};

void TestLivePanel::aQueryIsAskedForByKeys()
{
    LiveBoard board;
    QVERIFY(board.part("metricsQueryFirst")->isVisible());
    board.press(Qt::Key_Q);
    auto *query = board.part<QLineEdit>("metricsForm_query");
    QVERIFY(query && query->hasFocus());
    test::checkPartNames(board.panel);
    board.press(Qt::Key_Return);
    QVERIFY(board.queries.isEmpty()); // nothing to ask
    board.type(u"rate(errors[5m])"_s);
    board.press(Qt::Key_Tab);
    board.type(u"/s"_s);
    board.press(Qt::Key_Tab);
    board.type(u"0.5"_s);
    board.press(Qt::Key_Return);
    QCOMPARE(board.queries.size(), 1);
    QCOMPARE(board.fields.first(), QString());
    QCOMPARE(board.queries.first().source, u"played"_s);
    QCOMPARE(board.queries.first().query, u"rate(errors[5m])"_s);
    QCOMPARE(board.queries.first().unit, u"/s"_s);
    QCOMPARE(board.queries.first().threshold, 0.5);
    QVERIFY(board.panel.isAncestorOf(QApplication::focusWidget())); // the keyboard stays here
    board.panel.forms().setSources({}, u"Nobody can be asked."_s);
    QCOMPARE(board.why(u"metrics.query"_s), u"Nobody can be asked."_s);
}

// Nobody knows the names of metrics by heart at night: some letters of it, and the word is put in its place.
void TestLivePanel::namesOfMetricsAreOffered()
{
    LiveBoard board;
    QStringList wanted;
    connect(&board.panel.forms(), &views::GraphForms::namesWanted, &board.panel, [&](const QString &id) { wanted.append(id); });
    board.press(Qt::Key_Q);
    QCOMPARE(wanted, QStringList{u"played"_s});
    board.panel.forms().setNames(u"elsewhere"_s, {u"http_of_another"_s});
    board.panel.forms().setNames(u"played"_s, {u"go_threads"_s, u"http_errors_total"_s, u"http_requests_total"_s});
    auto *query = board.part<QLineEdit>("metricsForm_query");
    board.type(u"sum(rate([5m]))"_s);
    query->setCursorPosition(9);
    board.type(u"REQ"_s);
    QWidget *names = query->completer()->popup();
    QVERIFY(names->isVisible());
    QCOMPARE(query->completer()->completionCount(), 1);
    QTest::keyClick(names, Qt::Key_Down);
    QTest::keyClick(names, Qt::Key_Return);
    QCOMPARE(query->text(), u"sum(rate(http_requests_total[5m]))"_s);
    QTRY_COMPARE(query->cursorPosition(), 28); // behind the name
    QVERIFY(board.queries.isEmpty());          // Enter chose
    board.press(Qt::Key_Return);
    QCOMPARE(board.queries.size(), 1);
    QCOMPARE(board.queries.first().query, u"sum(rate(http_requests_total[5m]))"_s);
}

void TestLivePanel::namesThatComeWhileOneIsTyped()
{
    LiveBoard board;
    board.press(Qt::Key_Q);
    auto *query = board.part<QLineEdit>("metricsForm_query");
    board.type(u"http"_s);
    QVERIFY(!query->completer()->popup()->isVisible());
    const QStringList names{u"http_errors_total"_s, u"http_requests_total"_s};
    board.panel.forms().setNames(u"played"_s, names);
    const QPointer<QAbstractItemView> list = query->completer()->popup();
    QVERIFY(list->isVisible());
    QCOMPARE(query->completer()->completionCount(), 2);
    QTest::keyClick(list, Qt::Key_Down);
    board.panel.forms().setNames(u"played"_s, names); // told again
    QVERIFY(list && list->isVisible());
    QVERIFY(list->currentIndex().isValid());
    QCOMPARE(query->text(), u"http_errors_total"_s);
    QTest::keyClick(list, Qt::Key_Escape);
    // What was typed is what is meant, unless somebody chooses.
    query->setText(u"http"_s);
    board.type(u"_"_s);
    QVERIFY(list->isVisible());
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(board.queries.size(), 1);
    QCOMPARE(board.queries.first().query, u"http_"_s);
}

void TestLivePanel::aQueryThatStandsThereIsLeftAlone()
{
    LiveBoard board;
    board.add(u"http_errors_total"_s);
    board.press(Qt::Key_E);
    auto *query = board.part<QLineEdit>("metricsForm_query");
    QVERIFY(query && query->hasFocus());
    board.panel.forms().setNames(u"played"_s, {u"http_errors_total"_s, u"http_requests_total"_s});
    QVERIFY(!query->completer()->popup()->isVisible());
}

void TestLivePanel::whereANameMayStand_data()
{
    QTest::addColumn<QString>("query"); // "|" is the cursor
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << u"|"_s << QString();
    QTest::newRow("a letter") << u"u|"_s << QString();
    QTest::newRow("a word") << u"up|"_s << u"up"_s;
    QTest::newRow("within a word") << u"htt|p_x"_s << u"http_x"_s;
    QTest::newRow("before a word") << u"|http"_s << QString();
    QTest::newRow("in a function") << u"rate(ht|[5m])"_s << u"ht"_s;
    QTest::newRow("a number") << u"12|"_s << QString();
    QTest::newRow("a label") << u"up{jo|"_s << QString();
    QTest::newRow("a value") << u"up{job=\"}ap|"_s << QString();
    QTest::newRow("a quoted brace") << u"up{job=\"{\"} / down|"_s << u"down"_s;
    QTest::newRow("an escaped mark") << u"up{job='a\\'b'} + ab|"_s << u"ab"_s;
    QTest::newRow("of Datadog") << u"avg:system.cp|"_s << u"avg:system.cp"_s;
}

void TestLivePanel::whereANameMayStand()
{
    QFETCH(QString, query);
    QFETCH(QString, word);
    const int place = int(query.indexOf(u'|'));
    query.remove(place, 1);
    const auto [from, length] = views::metricWordAt(query, place);
    QCOMPARE(query.mid(from, length), word);
}

void TestLivePanel::aWrongThresholdIsTold()
{
    LiveBoard board;
    board.press(Qt::Key_Q);
    board.type(u"up"_s);
    board.press(Qt::Key_Tab);
    board.press(Qt::Key_Tab);
    board.type(u"much"_s);
    board.press(Qt::Key_Return);
    QVERIFY(board.queries.isEmpty());
    QVERIFY(board.part<QLabel>("metricsFormProblem")->text().contains(u"\"much\" is no number"_s));
}

void TestLivePanel::aGraphIsChangedWhereItIsDrawn()
{
    LiveBoard board;
    const QString field = board.add(u"up"_s);
    board.press(Qt::Key_E);
    auto *query = board.part<QLineEdit>("metricsForm_query");
    QVERIFY(query);
    QCOMPARE(query->text(), u"up"_s);
    query->setText(u"down"_s);
    board.press(Qt::Key_Return);
    QCOMPARE(board.fields, QStringList{field});
    QCOMPARE(board.queries.first().query, u"down"_s);
    QCOMPARE(board.queries.first().unit, u"ms"_s);
}

void TestLivePanel::theGraphGoesOnWithTheTime()
{
    LiveBoard board;
    board.add(u"up"_s);
    QVERIFY(board.plot().isFollowing());
    QCOMPARE(board.plot().range(), (MetricRange{board.begin - 3600 * second, board.begin}));
    board.run(5);
    QCOMPARE(board.plot().range().toUs, board.begin + 5 * second);
    QCOMPARE(board.canvas().lines().first().graph->data()->size(), 3601 + 5);
    board.plot().setFocus();
    board.press(Qt::Key_Plus); // nearer, and still up to now
    QVERIFY(board.plot().isFollowing());
    QCOMPARE(board.plot().range().length(), 1800 * second);
    board.press(Qt::Key_PageUp);
    const MetricRange left = board.plot().range();
    QVERIFY(!board.plot().isFollowing());
    board.run(5);
    QCOMPARE(board.plot().range(), left); // who looks at something is left there
    board.press(Qt::Key_L);
    QVERIFY(board.plot().isFollowing());
    QCOMPARE(board.plot().range().toUs, board.now.us);
    board.press(Qt::Key_PageUp);
    board.press(Qt::Key_PageDown);
    QVERIFY(board.plot().isFollowing()); // back at the end
    // What happens this second is in sight the next: the graph is not moved for it.
    QVERIFY(board.feed.line(u"/decision fail over"_s));
    board.panel.setSelectedEntry(board.feed.state().entries.last().eventId, u"E9"_s);
    QVERIFY(board.plot().isFollowing());
}

void TestLivePanel::severalGraphsShareTimeAndCursor()
{
    LiveBoard board;
    board.add(u"up"_s);
    board.add(u"errors"_s);
    board.add(u"latency"_s);
    board.add(u"queue"_s);
    board.panel.resize(board.panel.width(), 900); // where all of them can be read
    // One for each query, though all have one unit.
    QTRY_COMPARE(board.canvas().axisRects().size(), 4);
    const QList<QCPAxisRect *> fields = board.canvas().axisRects();
    for (QCPAxisRect *field : fields) {
        QCOMPARE(field->axis(QCPAxis::atBottom)->range(), fields.first()->axis(QCPAxis::atBottom)->range());
        QCOMPARE(field->left(), fields.first()->left());
    }
    board.plot().setFocus();
    board.press(Qt::Key_End);
    for (int row = 0; row < 4; ++row)
        QCOMPARE(board.value(row), u"100"_s);
}

void TestLivePanel::whatIsWrongIsSaidInTheGraph()
{
    LiveBoard board;
    board.add(u"up"_s);
    board.run(1);
    const QImage well = board.plot().picture();
    QVERIFY(!board.plot().accessibleDescription().contains(u"up to date"_s));
    board.now = board.now + Span::seconds(5);
    board.live.tick();
    board.source.fail(u"Prometheus at here cannot be reached."_s);
    QVERIFY(board.plot().picture() != well);
    const QString said = board.plot().accessibleDescription();
    QVERIFY2(said.contains(u"up: Not up to date since "_s) && said.contains(u"cannot be reached"_s), qPrintable(said));
    // Whole in the tip too, where the graph has a line for it and no more.
    const QString tip = board.plot().toolTip();
    QVERIFY2(tip.startsWith(u"up: Not up to date since "_s) && tip.contains(u"cannot be reached.\nArrows move"_s),
             qPrintable(tip));
    board.live.remove(u"query:1"_s);
    QVERIFY(board.plot().toolTip().startsWith(u"Arrows move"_s));
}

void TestLivePanel::aNoticeIsInWords()
{
    using Kind = MetricNotice::Kind;
    views::TimeDisplay times{QTimeZone("Europe/Berlin")};
    const auto words = [&](const MetricNotice &notice) { return views::noticeText(notice, times); };
    const qint64 at = Instant::fromRfc3339(u"2025-03-04T09:00:05Z"_s)->us;
    QCOMPARE(words({}), QString());
    QCOMPARE(words({Kind::Asking, u"P"_s, 0, {}}), u"Asking P …"_s);
    QCOMPARE(words({Kind::Empty, u"P"_s, 0, {}}), u"No data: P has nothing for this query in this time."_s);
    QCOMPARE(words({Kind::Unreachable, u"P is gone."_s, 0, {}}), u"P is gone."_s);
    QCOMPARE(words({Kind::Unreachable, u"P is gone."_s, at, {}}), u"Not up to date since 09:00:05. P is gone."_s);
    QCOMPARE(words({Kind::Stale, u"P"_s, at, {}}), u"Stale since 09:00:05, though P answers."_s);
    QCOMPARE(words({Kind::None, {}, 0, u"Remark."_s}), u"Remark."_s);
    QVERIFY(views::isGrave({Kind::Stale, {}, 0, {}}) && !views::isGrave({Kind::Empty, {}, 0, {}}));
}

void TestLivePanel::theScaleIsLogarithmicByKey()
{
    LiveBoard board;
    const QString field = board.add(u"up"_s);
    board.model.store.append(0, {{board.begin + second, 0}, {board.begin + 2 * second, 100000}, {board.begin + 3 * second, -4}});
    board.plot().follow(3600 * second);
    board.plot().setNow(board.begin + 4 * second);
    board.press(Qt::Key_G);
    QVERIFY(board.model.store.field(field).logarithmic);
    QCPAxis *values = board.canvas().axisRects().first()->axis(QCPAxis::atLeft);
    QCOMPARE(values->scaleType(), QCPAxis::stLogarithmic);
    QVERIFY2(values->range().lower > 1 && values->range().upper > 100000, qPrintable(QString::number(values->range().lower)));
    int left = 0;
    for (const QCPGraphData &each : *board.canvas().lines().first().graph->data())
        left += std::isnan(each.value) ? 1 : 0;
    QCOMPARE(left, 2); // what has no place on it is a gap
    QVERIFY(!board.plot().picture().isNull());
    board.press(Qt::Key_G);
    QCOMPARE(board.canvas().axisRects().first()->axis(QCPAxis::atLeft)->scaleType(), QCPAxis::stLinear);
}

void TestLivePanel::theThresholdIsDrawn()
{
    LiveBoard board;
    const QString id = board.add(u"up"_s);
    const QImage without = board.plot().picture();
    MetricField field = board.model.store.field(id);
    field.threshold = 160;
    board.model.store.setField(id, field);
    const QCPAxis *values = board.canvas().axisRects().first()->axis(QCPAxis::atLeft);
    QVERIFY(values->range().upper > 160); // near enough to make room for it
    QVERIFY(board.plot().picture() != without);
    field.threshold = 1e6;
    board.model.store.setField(id, field);
    QVERIFY(board.canvas().axisRects().first()->axis(QCPAxis::atLeft)->range().upper < 1000); // too far: the values stay readable
}

void TestLivePanel::infiniteValuesAreSeenAtTheEdge()
{
    LiveBoard board;
    board.add(u"up"_s);
    board.plot().setRange({board.begin - 100 * second, board.begin + 10 * second});
    board.model.store.append(0, {{board.begin + second, 100}});
    const QImage before = board.plot().picture();
    board.model.store.append(0, {{board.begin + 2 * second, std::numeric_limits<double>::infinity()}});
    QVERIFY(board.plot().picture() != before);
}

void TestLivePanel::aPartOfTheTimeIsSelectedByKeysAndMouse()
{
    LiveBoard board;
    board.add(u"up"_s);
    board.plot().setFocus();
    board.plot().setRange({board.begin - 20 * second, board.begin});
    board.plot().setReading(board.begin - 10 * second);
    board.press(Qt::Key_Right, Qt::ShiftModifier);
    board.press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(board.plot().brush(), (MetricRange{board.begin - 10 * second, board.begin - 8 * second}));
    board.press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(board.plot().brush(), (MetricRange{board.begin - 10 * second, board.begin - 9 * second}));
    const QImage with = board.plot().picture();
    board.press(Qt::Key_Return); // a brush is kept as it is
    QCOMPARE(board.verbs(), QList<Verb>{Verb::Snap});
    board.press(Qt::Key_Escape);
    QVERIFY(!board.plot().brush());
    QVERIFY(board.plot().picture() != with);
    // By the mouse, with Shift: without, the graph is moved.
    const int y = board.plot().height() / 2;
    const int left = board.plot().width() / 3;
    QTest::mousePress(&board.plot(), Qt::LeftButton, Qt::ShiftModifier, {left, y});
    QTest::mouseMove(&board.plot(), {left + 100, y});
    QTest::mouseRelease(&board.plot(), Qt::LeftButton, Qt::ShiftModifier, {left + 100, y});
    QVERIFY(board.plot().brush());
    QVERIFY(board.plot().brush()->length() > 0);
    QCOMPARE(board.plot().range(), (MetricRange{board.begin - 20 * second, board.begin}));
}

QTEST_MAIN(TestLivePanel)
#include "tst_livepanel.moc"
