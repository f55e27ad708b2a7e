// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/graphforms.h"
#include "metrics/graphwords.h"
#include "metrics/livegraphs.h"
#include "metrics/metriccanvas.h"
#include "metrics/proposalbar.h"
#include "metrics/proposalwords.h"
#include "metrics/querycompleter.h"
#include "metricsrig.h"
#include "partnames.h"
#include "playedseries.h"

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
using fireline::test::PlayedSeries;
using fireline::views::GraphQuery;
using fireline::views::MetricCanvas;
using fireline::views::MetricsPanel;

namespace {

constexpr qint64 second = 1000000;

/// The panel over queries of a source that is played; time stands until it is told.
struct LiveBoard : test::MetricsRig
{
    LiveBoard() : MetricsRig(false)
    {
        panel.forms().setSources({{u"played"_s, source.name()}}, {});
        plot().setNow(now.us);
        QObject::connect(&panel.forms(), &views::GraphForms::queryRequested, &panel,
                         [this](const QString &field, const GraphQuery &query) {
                             fields.append(field);
                             queries.append(query);
                         });
    }
    /// A graph of one value a second for `length`, up to now.
    QString add(const QString &query, int length = 4000)
    {
        MetricSeries made{query, u"ms"_s, {}};
        for (int i = -length; i <= 600; ++i)
            made.points.push_back({begin + i * second, 100.0 + i % 50});
        source.has.push_back(made);
        const QString id = live.add(source, query, {});
        if (source.isOpen())
            source.answer();
        return id;
    }
    void run(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            now = now + Span::seconds(1);
            plot().setNow(now.us);
            live.setView(plot().range(), plot().isFollowing(), plot().pixels());
            live.tick();
            while (source.isOpen())
                source.answer();
        }
    }
    [[nodiscard]] MetricCanvas &canvas() const { return *plot().findChild<MetricCanvas *>(); }

    Instant now{begin};
    PlayedSeries source;
    LiveGraphs live{model.store, [this] { return now; }};
    QStringList fields;
    QList<GraphQuery> queries;
};

} // namespace

/// Graphs of queries in the panel: asked for by keys, going on with the time, and honest about what is not known.
class TestLivePanel : public QObject
{
    Q_OBJECT
private slots:
    void aQueryIsAskedForByKeys();
    void namesOfMetricsAreOffered();
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
    void whatIsProposedIsOfferedNeverSet();
    void whatIsProposedLeavesAWholeGraph();
    void proposalsAreInWords();
    void whatIsRecordedIsToldAndNotOffered();
    void verdictsAreInWords_data();
    void verdictsAreInWords();
    void whatIsLackingIsTold();
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

void TestLivePanel::whatIsProposedIsOfferedNeverSet()
{
    LiveBoard board;
    board.add(u"up"_s);
    QVERIFY(board.why(u"metrics.takeStart"_s).contains(u"Press P"_s));
    const Instant start = board.now - Span::minutes(7);
    QSignalSpy asked(&board.panel.proposals(), &views::ProposalBar::impactRequested);
    board.plot().setFocus();
    board.press(Qt::Key_P);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toInt(), 0);
    board.panel.proposals().propose({u"Proposed by up: from …"_s, start, {}, {}});
    test::checkPartNames(board.panel);
    QVERIFY(board.part("metricsProposal")->isVisible() && board.part("metricsTakeStart")->isVisible());
    QVERIFY(!board.part("metricsTakeEnd")->isVisible());
    QVERIFY(board.part("metricsTakeStart")->hasFocus()); // in sight, and Space takes it over
    QCOMPARE(board.plot().brush()->fromUs, start.us);    // seen where it is
    board.press(Qt::Key_B);
    QCOMPARE(board.prepared.size(), 1);
    QVERIFY(!board.feed.state().impactStart.isSet()); // a line to be entered, and no more
    QVERIFY2(board.feed.line(board.prepared.first()).ok(), qPrintable(board.prepared.first()));
    QCOMPARE(board.feed.state().impactStart.us / second, start.us / second);
    QVERIFY(board.why(u"metrics.takeEnd"_s).contains(u"Press P"_s));
    board.part("metricsProposalAway")->setFocus();
    board.press(Qt::Key_Space);
    QVERIFY(!board.part("metricsProposal")->isVisible());
    board.panel.proposals().propose({u"Proposed by up: from …"_s, start, {}, {}});
    board.part("metricsTakeStart")->setFocus();
    QTest::keyClick(board.part("metricsTakeStart"), Qt::Key_Escape);
    QVERIFY(!board.part("metricsProposal")->isVisible());
    QVERIFY(board.plot().hasFocus());
}

/// In docks as wide as those of windows of 1366x768 and 1024x700, as low as a graph may be; they scroll where a panel wants more.
void TestLivePanel::whatIsProposedLeavesAWholeGraph()
{
    LiveBoard board;
    board.add(u"up"_s);
    QScrollArea dock;
    dock.setFrameShape(QFrame::NoFrame);
    dock.setWidgetResizable(true);
    dock.setWidget(&board.panel);
    const auto takeBack = qScopeGuard([&dock] { dock.takeWidget(); });
    const QString words =
        u"Proposed by edge_error_percent{region=\"america\"}: from 09:47:10 to 09:58:20, up to 87.7 % with the "_s
        + u"threshold at 5 %. "_s + u"edge_latency_seconds: no effect, from 0.12 s to 0.123 s. "_s.repeated(6);
    dock.resize(644, 300);
    dock.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dock));
    QTRY_COMPARE(board.panel.size(), dock.size());
    const int least = board.panel.minimumSizeHint().height();
    for (const QSize size : {QSize(644, least + 20), QSize(432, least)}) {
        dock.resize(size);
        QTRY_COMPARE(board.panel.size(), size);
        const int graph = board.plot().height();
        board.panel.proposals().propose({words, board.now - Span::minutes(7), board.now, {}});
        QTRY_VERIFY(!board.part("metricsSeries")->isVisible());
        QTRY_COMPARE(board.panel.size(), size); // nothing scrolls
        QVERIFY2(board.plot().height() >= graph, qPrintable(QString::number(board.plot().height())));
        for (const char *name : {"metricsTakeStart", "metricsTakeEnd", "metricsProposalAway", "metricsProposalText"}) {
            const QWidget *part = board.part(name);
            QVERIFY2(part->isVisible(), name);
            QVERIFY2(board.panel.rect().contains(QRect(part->mapTo(&board.panel, QPoint()), part->size())), name);
        }
        const auto *text = board.part<QLabel>("metricsProposalText");
        QVERIFY(text->text().startsWith(u"Proposed by"_s) && text->text().endsWith(QChar(0x2026)));
        QVERIFY(text->fontMetrics().size(0, text->text()).height() <= text->contentsRect().height());
        QCOMPARE(text->toolTip(), words);
        QCOMPARE(text->accessibleName(), words);
        board.panel.proposals().propose({});
        QVERIFY(board.part("metricsSeries")->isVisible() && board.part("metricsImport")->isVisible());
        QVERIFY(!text->isVisible());
    }
    // With F4 there is room for all of it, and for the list.
    dock.resize(644, 420);
    board.panel.proposals().propose({words, board.now, {}, {}});
    const auto *text = board.part<QLabel>("metricsProposalText");
    QTRY_VERIFY(!text->text().endsWith(QChar(0x2026)));
    QVERIFY(board.part("metricsSeries")->isVisible());
}

void TestLivePanel::proposalsAreInWords()
{
    views::TimeDisplay times{QTimeZone("Europe/Berlin")};
    const Instant start = *Instant::fromRfc3339(u"2025-03-04T09:00:05Z"_s);
    ImpactProposal proposal{u"errors"_s, u"%"_s, false, 240, {}};
    QCOMPARE(views::proposalText(proposal, times), u"Nothing to propose: errors was as usual in this time (240 values)."_s);
    proposal.excursion = Excursion{start, {}, {}, 0.6, 87.2, 12};
    QCOMPARE(views::proposalText(proposal, times),
             u"Proposed by errors: from 09:00:05, and it goes on, 87.2\u202f% where 0.6\u202f% is usual."_s);
    proposal.excursion->back = start + Span::minutes(4);
    QCOMPARE(
        views::proposalText(proposal, times),
        u"Proposed by errors: from 09:00:05; back since 09:04:05, not yet for long enough to call it over, 87.2\u202f% where "
        "0.6\u202f% is usual."_s);
    proposal.excursion->end = start + Span::minutes(5);
    proposal.crossing = true;
    QCOMPARE(views::proposalText(proposal, times),
             u"Proposed by errors: from 09:00:05 to 09:05:05, up to 87.2\u202f% with the threshold at 0.6\u202f%."_s);
    proposal.excursion->extreme = 0.2;
    QVERIFY(views::proposalText(proposal, times).endsWith(u"down to 0.2\u202f% with the threshold at 0.6\u202f%."_s));
}

void TestLivePanel::whatIsRecordedIsToldAndNotOffered()
{
    const views::TimeDisplay times{QTimeZone("Europe/Berlin")};
    const Instant start = *Instant::fromRfc3339(u"2025-03-04T09:00:05Z"_s);
    views::GraphOffer offer{u"Proposed by up: from …"_s, start, start + Span::minutes(5)};
    QCOMPARE(views::recordedText(offer, {}, {}, times), QString());
    QCOMPARE(views::recordedText(offer, start + Span::hours(1), {}, times), u"Recorded as the beginning: 10:00:05."_s);
    offer.startRecorded = true;
    QCOMPARE(views::recordedText(offer, start + Span::seconds(1), start + Span::hours(2), times),
             u"Its beginning is recorded already: 09:00:06. Recorded as the end: 11:00:05."_s);
    LiveBoard board;
    board.add(u"up"_s);
    board.panel.proposals().propose(offer);
    QVERIFY(!board.part("metricsTakeStart")->isVisible() && board.part("metricsTakeEnd")->isVisible());
    QCOMPARE(board.plot().brush()->fromUs, start.us); // seen where it is all the same
    QCOMPARE(board.why(u"metrics.takeStart"_s), u"The record has it already."_s);
    QCOMPARE(board.why(u"metrics.takeEnd"_s), QString());
    board.panel.proposals().takeStart();
    QVERIFY(board.prepared.isEmpty());
    offer.endRecorded = true;
    board.panel.proposals().refresh(offer);
    QVERIFY(!board.part("metricsTakeEnd")->isVisible() && board.part("metricsProposal")->isVisible());
    QCOMPARE(views::recordedText(offer, start, start + Span::minutes(5), times),
             u"Its beginning is recorded already: 09:00:05. Its end is recorded already: 09:05:05."_s);
}

void TestLivePanel::verdictsAreInWords_data()
{
    using enum MitigationEffect::Verdict;
    QTest::addColumn<MitigationEffect>("effect");
    QTest::addColumn<QString>("text"); // after the name
    QTest::addColumn<QString>("result");
    const double nan = std::nan("");
    const auto row = [](const char *name, const MitigationEffect &effect, const QString &text, const QString &result) {
        QTest::newRow(name) << effect << text << result;
    };
    row("restored", {Restored, 0.6, 85, 0.7, 1, -0.98, 20, 20},
        u"restored, from 85\u202f% to 0.7\u202f% (usual 0.6\u202f%); effect large (-0.98)."_s, u"restored"_s);
    row("in part", {Partial, 10, 50, 30, 0.5, -1, 20, 20},
        u"better, in part, from 50\u202f% to 30\u202f% (usual 10\u202f%), 50\u202f% of the way back; effect large (-1.00)."_s,
        u"partial"_s);
    row("not the way back", {Sideways, 10, 50, 46, 0.1, -1, 20, 20},
        u"changed, but not back to the usual, from 50\u202f% to 46\u202f% (usual 10\u202f%), 10\u202f% of the way back; "
        "change large (-1.00)."_s,
        u"none"_s);
    row("a little further away", {Sideways, 10, 50, 54, -0.1, 1, 20, 20},
        u"changed, but not back to the usual, from 50\u202f% to 54\u202f% (usual 10\u202f%); change large (1.00)."_s, u"none"_s);
    row("worse", {Worse, 10, 50, 90, -1, 1, 20, 20},
        u"worse, from 50\u202f% to 90\u202f% (usual 10\u202f%); effect large (1.00)."_s, u"none"_s);
    row("no effect", {NoEffect, 10, 50, 49, 0, -0.1, 20, 20},
        u"no effect, from 50\u202f% to 49\u202f% (usual 10\u202f%); effect negligible (-0.10)."_s, u"none"_s);
    row("does not show", {NotShown, 0.305, 0.304, 0.34, nan, 0.75, 20, 20},
        u"the impact does not show here, from 0.304\u202f% to 0.34\u202f% (usual 0.305\u202f%)."_s, QString());
    row("left its usual", {LeftUsual, 10, 10, 50, nan, 1, 20, 20},
        u"as usual before it, and no more since, from 10\u202f% to 50\u202f% (usual 10\u202f%); change large (1.00)."_s,
        QString());
    row("usual unknown", {Changed, nan, 50, 10, nan, -1, 20, 20},
        u"changed, and nobody knows what is usual, from 50\u202f% to 10\u202f%; change large (-1.00)."_s, QString());
}

void TestLivePanel::verdictsAreInWords()
{
    QFETCH(MitigationEffect, effect);
    QFETCH(QString, text);
    QCOMPARE(views::effectText(u"errors"_s, u"%"_s, effect), u"errors: "_s + text);
    QTEST(views::resultWord(effect.verdict), "result");
}

void TestLivePanel::whatIsLackingIsTold()
{
    const views::TimeDisplay times{QTimeZone("Europe/Berlin")};
    const Instant from = *Instant::fromRfc3339(u"2025-03-04T22:04:00Z"_s);
    MitigationEffect effect;
    effect.valuesBefore = 3;
    effect.countsFrom = from;
    QCOMPARE(views::lackText(effect, times), u"too few values before it (3, and 5 are needed)"_s);
    effect.valuesBefore = 119;
    QCOMPARE(views::lackText(effect, times), u"too few values since 22:04:00, when it has taken hold (0, and 5 are needed)"_s);
    effect.toldFrom = from + Span::millis(4100);
    QCOMPARE(views::lackText(effect, times),
             u"can be told from 22:04:05 at the earliest: until 22:04:00 it takes hold, then 5 values are needed"_s);
    QCOMPARE(views::resultWord(effect.verdict), QString());
}

QTEST_MAIN(TestLivePanel)
#include "tst_livepanel.moc"
