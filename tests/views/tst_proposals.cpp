// SPDX-License-Identifier: GPL-3.0-or-later
#include "liveboard.h"
#include "metrics/proposalbar.h"
#include "metrics/proposalwords.h"
#include "partnames.h"

#include <QLabel>
#include <QScopeGuard>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::LiveBoard;
using fireline::views::MetricsPanel;

namespace {

constexpr qint64 second = 1000000;

} // namespace

/// What the panel of graphs proposes: in words, with a button for what the record does not have yet, and never in the graph's room.
class TestProposals : public QObject
{
    Q_OBJECT
private slots:
    void whatIsProposedIsOfferedNeverSet();
    void whatIsProposedLeavesAWholeGraph();
    void whatIsProposedInLinesIsShownInThem();
    void whatIsAddedToTheWordsHasRoom();
    void theKeyboardStaysWithWhatIsOffered();
    void whatAPersonSelectedOutlivesAProposal();
    void proposalsAreInWords();
    void whatIsRecordedIsToldAndNotOffered();
    void verdictsAreInWords_data();
    void verdictsAreInWords();
    void whatIsLackingIsTold();
};

void TestProposals::whatIsProposedIsOfferedNeverSet()
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
    QVERIFY(!board.plot().selection());                  // what is kept is not only that
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
void TestProposals::whatIsProposedLeavesAWholeGraph()
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

/// As what a mitigation did is told: a line for each series.
void TestProposals::whatIsProposedInLinesIsShownInThem()
{
    LiveBoard board;
    board.add(u"up"_s);
    QStringList lines;
    for (int i = 1; i <= 7; ++i)
        lines.append(u"errors %1: restored, from 85 % to 0.7 %."_s.arg(i));
    const QString words = lines.join(u'\n');
    const auto *text = board.part<QLabel>("metricsProposalText");
    const auto drawn = [text] { return text->fontMetrics().size(0, text->text()).height(); };
    board.panel.resize(1400, 640);
    board.panel.proposals().propose({words, {}, {}, {}});
    QTRY_VERIFY(board.part("metricsSeries")->isVisible());
    QTRY_COMPARE(QString(text->text()).replace(u'\n', u' '), QString(words).replace(u'\n', u' '));
    QVERIFY2((u'\n' + text->text()).count(u"\nerrors "_s) == lines.size(), qPrintable(text->text())); // each begins a line
    QVERIFY(drawn() <= text->contentsRect().height());
    // Where there is not room for all of it, no more lines than there is room for, and it is told that there are others.
    board.panel.resize(644, board.panel.minimumSizeHint().height() + 20);
    QTRY_VERIFY(text->text().endsWith(QChar(0x2026)));
    QVERIFY2(drawn() <= text->contentsRect().height(), qPrintable(text->text()));
    QCOMPARE(text->accessibleName(), words);
}

void TestProposals::whatIsAddedToTheWordsHasRoom()
{
    LiveBoard board;
    board.add(u"up"_s);
    const auto *text = board.part<QLabel>("metricsProposalText");
    board.panel.resize(900, 640);
    const Instant start = board.now - Span::minutes(7);
    views::GraphOffer offer{u"Proposed by up: from 09:00:05, and it goes on, 87.2 % where 0.6 % is usual."_s, start, {}, {}};
    board.panel.proposals().propose(offer);
    const auto isWhole = [&] { return text->text().replace(u'\n', u' ') == offer.text; };
    QTRY_VERIFY(isWhole());
    offer.text += u" Its beginning is recorded already: 09:00:06. Recorded as the end: 11:00:05, and that is all of it."_s;
    offer.startRecorded = true;
    board.panel.proposals().refresh(offer);
    QTRY_VERIFY2(isWhole(), qPrintable(text->text()));
    QFont larger = text->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.6);
    board.part<QLabel>("metricsProposalText")->setFont(larger);
    QTRY_VERIFY2(isWhole(), qPrintable(text->text()));
}

/// What was recorded meanwhile is offered no more, also where the keyboard is on it.
void TestProposals::theKeyboardStaysWithWhatIsOffered()
{
    LiveBoard board;
    board.add(u"up"_s);
    views::GraphOffer offer{u"Proposed by up: from …"_s, board.now - Span::minutes(7), board.now, {}};
    board.panel.proposals().propose(offer);
    board.part("metricsTakeStart")->setFocus();
    offer.startRecorded = true;
    board.panel.proposals().refresh(offer);
    QVERIFY(board.part("metricsProposalAway")->hasFocus()); // nothing else is entered by the key that was about to be pressed
    board.part("metricsTakeEnd")->setFocus();
    board.panel.proposals().refresh(offer);
    QVERIFY(board.part("metricsTakeEnd")->hasFocus());
    // The list makes room for the words that came.
    board.panel.proposals().propose({});
    board.panel.resize(644, board.panel.minimumSizeHint().height() + 90);
    offer = {u"Proposed by up."_s, board.now, {}, {}};
    board.plot().clearFocus();
    board.panel.proposals().propose(offer);
    QTRY_VERIFY(board.part("metricsSeries")->isVisible());
    board.part("metricsSeries")->setFocus();
    offer.text += u" Its beginning is recorded already: 09:00:06."_s.repeated(9);
    board.panel.proposals().refresh(offer);
    QTRY_VERIFY(!board.part("metricsSeries")->isVisible());
    QVERIFY(board.part("metricsTakeStart")->hasFocus());
}

void TestProposals::whatAPersonSelectedOutlivesAProposal()
{
    LiveBoard board;
    board.add(u"up"_s);
    const MetricRange mine{board.begin - 60 * second, board.begin - 30 * second};
    const auto propose = [&](bool any) {
        board.panel.proposals().propose(any ? views::GraphOffer{u"Proposed"_s, board.now - Span::minutes(7), {}, {}}
                                            : views::GraphOffer());
    };
    propose(true);
    QVERIFY(board.plot().brush());
    propose(false);
    QVERIFY(!board.plot().brush()); // put aside
    propose(true);
    board.plot().setBrush(mine);
    propose(false);
    QCOMPARE(board.plot().brush(), mine);
    QCOMPARE(board.plot().selection(), mine);
}

void TestProposals::proposalsAreInWords()
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
    const auto told = [&](double value) {
        proposal.excursion->extreme = value;
        return views::proposalText(proposal, times).section(u"up to "_s, 1).section(u'\u202f', 0, 0);
    };
    QCOMPARE(told(999.4), u"999"_s);
    QCOMPARE(told(5000), QLocale().toString(5000));
    QCOMPARE(told(1'234'567), QLocale().toString(1'230'000));
}

void TestProposals::whatIsRecordedIsToldAndNotOffered()
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

void TestProposals::verdictsAreInWords_data()
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
    row("past the usual", {PastUsual, 100, 40, 500, 7.667, 1, 20, 20},
        u"past the usual, from 40\u202f% to 500\u202f% (usual 100\u202f%); change large (1.00)."_s, QString());
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

void TestProposals::verdictsAreInWords()
{
    QFETCH(MitigationEffect, effect);
    QFETCH(QString, text);
    QCOMPARE(views::effectText(u"errors"_s, u"%"_s, effect), u"errors: "_s + text);
    QTEST(views::resultWord(effect.verdict), "result");
}

void TestProposals::whatIsLackingIsTold()
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

QTEST_MAIN(TestProposals)
#include "tst_proposals.moc"
