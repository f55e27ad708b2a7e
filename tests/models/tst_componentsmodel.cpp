// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/componentsmodel.h"
#include "feedlines.h"
#include "rows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::test::findRow;
using fireline::test::textsOf;
using models::ComponentState;
namespace components = fireline::models::components;

namespace {

struct Board
{
    explicit Board(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s)
        : feed(process, severity)
        , model(feed)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        if (process == "sre-directorate"_L1)
            done(u"/role @ana cl"_s);
    }
    void done(const QString &line) { test::does(feed, {line}); }
    /// Tells this audience of these components.
    void tell(const QString &audience, const QString &state, const QString &components)
    {
        done(u"/draft %1 %2 summary=\"Checkout fails\" components=\"%3\" next_update=+30m"_s.arg(audience, state, components));
        feed.advance(Span::seconds(30));
        done(u"/send #U%1"_s.arg(feed.state().updates.size()));
    }
    QVariant of(const QString &name, int role) const { return findRow(model, {{Qt::DisplayRole, name}}).data(role); }
    int telling(const QString &name) const { return of(name, components::TellingRole).toInt(); }
    QVariantMap told(const QString &name, int which = 0) const
    {
        return of(name, components::ToldRole).toList().value(which).toMap();
    }

    test::MemoryFeed feed;
    models::ComponentsModel model;
    QAbstractItemModelTester tester;
};

} // namespace

/// What the board of components says of what is known and of what was told.
class TestComponentsModel : public QObject
{
    Q_OBJECT
private slots:
    void rowsAreThoseOfTheProcess();
    void whatIsKnownHasItsEntry();
    void aStatementTakenBackDoesNotCount();
    void whoWasToldOtherwiseIsNamed();
    void eachAudienceHeardItsOwn();
    void whatIsNotNamedWorks();
    void theLastWordIsThatItIsOver();
    void othersAreAddedAtTheEnd();
    void onlyOneRowIsTold();
    void afterTheEndItSaysWhyNot();
};

void TestComponentsModel::rowsAreThoseOfTheProcess()
{
    const Board board;
    QCOMPARE(textsOf(board.model, Qt::DisplayRole),
             (QStringList{u"API"_s, u"Web App"_s, u"iOS"_s, u"Android"_s, u"Payments"_s, u"3rd Party dependencies"_s}));
    QCOMPARE(board.of(u"API"_s, components::KnownRole).toInt(), -1);
    QCOMPARE(board.telling(u"API"_s), int(components::NothingToTell));
    QVERIFY(board.of(u"API"_s, components::WhyNotRole).toString().isEmpty());
    QCOMPARE(Board(u"nine-step"_s, u"P1"_s).model.rowCount(), 0);
}

void TestComponentsModel::whatIsKnownHasItsEntry()
{
    Board board;
    board.feed.advance(Span::minutes(3));
    board.done(u"@bo /impact component Payments: degraded"_s);
    QCOMPARE(board.of(u"Payments"_s, components::KnownRole).toInt(), int(ComponentState::Degraded));
    QCOMPARE(board.of(u"Payments"_s, components::KnownByRole).toString(), u"bo"_s);
    QCOMPARE(board.of(u"Payments"_s, components::KnownAtRole).toLongLong(), board.feed.now().us);
    QCOMPARE(board.of(u"Payments"_s, components::OriginRole).toString(), board.feed.state().entries.last().eventId);
    QCOMPARE(board.telling(u"Payments"_s), int(components::Untold));
    QVERIFY(board.of(u"Payments"_s, Qt::AccessibleTextRole).toString().contains(u"degraded performance. Nobody was told"_s));
    board.done(u"/impact component Payments: operational"_s);
    QCOMPARE(board.telling(u"Payments"_s), int(components::AsKnown));
}

void TestComponentsModel::aStatementTakenBackDoesNotCount()
{
    Board board;
    board.done(u"/impact component Payments: degraded"_s);
    const QString first = board.feed.state().entries.last().eventId;
    board.done(u"/impact component Payments: major outage"_s);
    QCOMPARE(board.of(u"Payments"_s, components::KnownRole).toInt(), int(ComponentState::MajorOutage));
    board.done(u"/retract #E%1 wrong"_s.arg(board.feed.state().entries.size()));
    QCOMPARE(board.of(u"Payments"_s, components::KnownRole).toInt(), int(ComponentState::Degraded));
    QCOMPARE(board.of(u"Payments"_s, components::OriginRole).toString(), first);
}

void TestComponentsModel::whoWasToldOtherwiseIsNamed()
{
    Board board;
    board.done(u"/impact component Payments: degraded"_s);
    board.tell(u"public"_s, u"Investigating"_s, u"Payments (degraded performance)"_s);
    QCOMPARE(board.telling(u"Payments"_s), int(components::AsKnown));
    QCOMPARE(board.told(u"Payments"_s).value(u"audience"_s).toString(), u"Public status page"_s);
    QCOMPARE(board.told(u"Payments"_s).value(u"at"_s).toLongLong(), board.feed.state().updates.last().sentAt.us);
    QCOMPARE(board.told(u"Payments"_s).value(u"update"_s).toString(), u"U1"_s);
    QVERIFY(!board.told(u"Payments"_s).value(u"differs"_s).toBool());
    board.done(u"/impact component Payments: major outage"_s);
    QCOMPARE(board.telling(u"Payments"_s), int(components::ToldOtherwise));
    QVERIFY(board.told(u"Payments"_s).value(u"differs"_s).toBool());
    QCOMPARE(board.told(u"Payments"_s).value(u"state"_s).toInt(), int(ComponentState::Degraded));
    const QString said = board.of(u"Payments"_s, Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(u"major outage. Public status page was told otherwise: degraded performance"_s), qPrintable(said));
}

void TestComponentsModel::eachAudienceHeardItsOwn()
{
    Board board;
    board.done(u"/impact component API: major outage"_s);
    board.tell(u"public"_s, u"Investigating"_s, u"API (partial outage)"_s);
    board.feed.advance(Span::minutes(5));
    board.tell(u"internal"_s, u"Investigating"_s, u"API (major outage)"_s);
    QCOMPARE(board.of(u"API"_s, components::ToldRole).toList().size(), 2);
    QCOMPARE(board.told(u"API"_s, 0).value(u"audience"_s).toString(), u"Private status page for employees"_s);
    QVERIFY(!board.told(u"API"_s, 0).value(u"differs"_s).toBool());
    QVERIFY(board.told(u"API"_s, 1).value(u"differs"_s).toBool());
    QVERIFY(board.told(u"API"_s, 1).value(u"outside"_s).toBool());
    QCOMPARE(board.telling(u"API"_s), int(components::ToldOtherwise));
    // What that audience hears next is what it was told last.
    board.tell(u"public"_s, u"Identified"_s, u"API (major outage)"_s);
    QCOMPARE(board.telling(u"API"_s), int(components::AsKnown));
}

void TestComponentsModel::whatIsNotNamedWorks()
{
    Board board;
    board.tell(u"public"_s, u"Investigating"_s, u"Payments (partial outage)"_s);
    QCOMPARE(board.told(u"iOS"_s).value(u"state"_s).toInt(), int(ComponentState::Operational));
    QCOMPARE(board.telling(u"iOS"_s), int(components::AsKnown));
    board.done(u"/impact component iOS: degraded"_s);
    QCOMPARE(board.telling(u"iOS"_s), int(components::ToldOtherwise));
}

void TestComponentsModel::theLastWordIsThatItIsOver()
{
    Board board;
    board.done(u"/impact component Payments: operational"_s);
    board.done(u"/draft public Resolved summary=\"Checkout works\" components=\"Payments (major outage)\""_s);
    board.done(u"/send #U1"_s);
    QCOMPARE(board.told(u"Payments"_s).value(u"state"_s).toInt(), int(ComponentState::Operational));
    QCOMPARE(board.telling(u"Payments"_s), int(components::AsKnown));
}

void TestComponentsModel::othersAreAddedAtTheEnd()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.done(u"/impact component Card terminals: partial"_s);
    QCOMPARE(textsOf(board.model, Qt::DisplayRole), QStringList{u"Card terminals"_s});
    QCOMPARE(board.of(u"Card terminals"_s, components::KnownRole).toInt(), int(ComponentState::PartialOutage));
    board.done(u"/retract #E%1 wrong"_s.arg(board.feed.state().entries.size()));
    QCOMPARE(board.model.rowCount(), 0);
}

void TestComponentsModel::onlyOneRowIsTold()
{
    Board board;
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    board.done(u"/note looking"_s);
    QCOMPARE(changed.size(), 0);
    board.done(u"/impact component Web App: major outage"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    const auto roles = changed.first().at(2).value<QList<int>>();
    QVERIFY(roles.contains(components::KnownRole) && roles.contains(components::TellingRole));
    QVERIFY(!roles.contains(components::ToldRole));
}

void TestComponentsModel::afterTheEndItSaysWhyNot()
{
    Board board;
    board.done(u"/withdraw test"_s);
    QVERIFY(!board.of(u"API"_s, components::WhyNotRole).toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestComponentsModel)
#include "tst_componentsmodel.moc"
