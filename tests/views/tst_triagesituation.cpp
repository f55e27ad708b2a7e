// SPDX-License-Identifier: GPL-3.0-or-later
#include "triagerig.h"

#include <QLineEdit>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using Desk = fireline::test::TriageRig;

namespace {

QAction *situation(const Desk &desk)
{
    return desk.registry.action(u"entry.severity"_s);
}

void write(const Desk &desk, const QString &field, const QString &text)
{
    auto *line = desk.part<QLineEdit>(u"triageForm_"_s + field);
    QVERIFY(line);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

} // namespace

/// Severity, phase and impact in one form, as the strip opens it.
class TestTriageSituation : public QObject
{
    Q_OBJECT
private slots:
    void allOfItIsRecordedAtOnce();
    void whatIsTheSameIsNotSaidAgain();
    void theDefinitionStaysInSight();
    void aTimeThatIsNoneIsNamed();
    void whatIsRefusedLeavesTheRest();
};

void TestTriageSituation::allOfItIsRecordedAtOnce()
{
    Desk desk(u"nine-step"_s, u"P2"_s);
    desk.feed.advance(Span::minutes(30));
    situation(desk)->trigger();
    QVERIFY(desk.part<QComboBox>(u"triageForm_id"_s)->hasFocus());
    desk.choose(u"P1"_s);
    write(desk, u"why"_s, u"all customers"_s);
    write(desk, u"start"_s, u"-20m"_s);
    desk.part<QComboBox>(u"triageForm_phase"_s)->setFocus();
    desk.choose(u"triage"_s);
    desk.press(Qt::Key_Return);
    QVERIFY2(desk.refusals.isEmpty(), qPrintable(desk.refusals.join(u'\n')));
    QCOMPARE(desk.verbs(), (QList{Verb::Severity, Verb::Impact, Verb::Phase}));
    QCOMPARE(desk.feed.state().severity, u"P1"_s);
    QCOMPARE(desk.feed.state().phase, u"triage"_s);
    QCOMPARE(desk.feed.state().impactStart, desk.feed.now() - Span::minutes(20));
    QVERIFY(!desk.feed.state().impactEnd.isSet());
    QVERIFY(!desk.sees(u"triageForm"_s));
}

void TestTriageSituation::whatIsTheSameIsNotSaidAgain()
{
    Desk desk(u"nine-step"_s, u"P2"_s);
    desk.lines({u"/impact start -10m"_s});
    situation(desk)->trigger();
    const QString began = desk.part<QLineEdit>(u"triageForm_start"_s)->text();
    QCOMPARE(began, desk.times.minute(desk.feed.state().impactStart));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.asked.isEmpty());
    QVERIFY(desk.problem().contains(u"Nothing is different"_s));
    write(desk, u"end"_s, u"now"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.verbs(), QList{Verb::Impact});
    QCOMPARE(desk.feed.state().impactEnd, desk.feed.now());
}

void TestTriageSituation::theDefinitionStaysInSight()
{
    Desk desk;
    auto *details = desk.part<QTextBrowser>(u"triageDetails"_s);
    QVERIFY(!details->isVisible());
    situation(desk)->trigger();
    QVERIFY(details->isVisible());
    const QString first = details->toPlainText();
    QVERIFY(first.contains(u"SEV1"_s));
    desk.choose(u"SEV3"_s);
    QVERIFY(details->toPlainText().contains(u"SEV3"_s));
    QVERIFY(details->toPlainText() != first);
    desk.press(Qt::Key_Escape);
    QVERIFY(!details->isVisible());
    QVERIFY(desk.list()->isVisible());
}

void TestTriageSituation::aTimeThatIsNoneIsNamed()
{
    Desk desk;
    situation(desk)->trigger();
    write(desk, u"start"_s, u"when the deploy went out"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.asked.isEmpty());
    QVERIFY2(desk.problem().contains(u"when the deploy went out"_s), qPrintable(desk.problem()));
    QCOMPARE(desk.part<QLineEdit>(u"triageForm_start"_s)->text(), u"when the deploy went out"_s);
}

void TestTriageSituation::whatIsRefusedLeavesTheRest()
{
    Desk desk(u"nine-step"_s, u"P2"_s);
    desk.lines({u"/impact start"_s});
    situation(desk)->trigger();
    desk.choose(u"P1"_s);
    write(desk, u"end"_s, u"-20m"_s); // before it began
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.feed.state().severity, u"P1"_s);
    QVERIFY(desk.sees(u"triageForm"_s));
    QVERIFY2(desk.problem().contains(u"before it started"_s), qPrintable(desk.problem()));
    write(desk, u"end"_s, u"now"_s);
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.verbs(), (QList{Verb::Severity, Verb::Impact}));
    QVERIFY(!desk.sees(u"triageForm"_s));
}

QTEST_MAIN(TestTriageSituation)
#include "tst_triagesituation.moc"
