// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// A process made from prose with CONTRIBUTING alone, and a drill of it, in a folder of settings as a user has one.
class TestSixthProcess : public QObject
{
    Q_OBJECT
private slots:
    void isUsableAsWritten();
    void itsDrillPasses();
    void refusesInItsDrill_data();
    void refusesInItsDrill();
    void helpNamesEveryEntryOfTheDrill();

private:
    Program::Result play() const
    {
        return m_program.run(
            {u"drill"_s, u"run"_s, u"brown-water"_s, u"--auto"_s, u"--speed"_s, u"max"_s, u"--config"_s, m_folder});
    }

    Program m_program;
    const QString m_folder = QStringLiteral(FIRELINE_SOURCE_DIR "/tests/data/sixthprocess");
    QString m_played;
};

void TestSixthProcess::isUsableAsWritten()
{
    const auto checked = m_program.run({u"process"_s, u"check"_s, m_folder + u"/processes/dalbeck-water.yaml"_s});
    QVERIFY2(checked.exitCode == 0, qPrintable(checked.out + checked.err));
    QVERIFY2(!checked.out.contains(u"warning"_s), qPrintable(checked.out));
    QCOMPARE(checked.out.count(u"Assumed in"_s), 2);
}

void TestSixthProcess::itsDrillPasses()
{
    const auto played = play();
    QVERIFY2(played.exitCode == 0, qPrintable(played.out.right(1500) + played.err));
    QVERIFY(played.out.endsWith(u"PASSED\n"_s));
    QVERIFY(played.out.contains(u"Refused as expected: 16."_s));
    // The last public notice and a finding came after the end: neither starts a clock that lasts until the end.
    QVERIFY(!played.out.contains(u"Page Head of operations"_s));
}

void TestSixthProcess::refusesInItsDrill_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("lint") << u"/send #U1"_s << u"turbidity"_s;
    QTest::newRow("authority: only") << u"/sev W2 it is only rust"_s << u"Duty controller"_s;
    QTest::newRow("authority: approval of a change") << u"/execute #C1"_s << u"They type /approve."_s;
    QTest::newRow("authority: approval of a text") << u"/send #U3"_s << u"They type /approveupdate."_s;
    QTest::newRow("the other verb") << u"/approve #U3"_s << u"/approveupdate #U3"_s;
    QTest::newRow("freeze before a holiday") << u"/execute #C2"_s << u"/override a.friday"_s;
    QTest::newRow("gate") << u"/phase normal"_s << u"missing: Two clean samples"_s;
    QTest::newRow("list in strict order") << u"/check contamination.steps 2"_s << u"First: Stop the intake."_s;
    QTest::newRow("handover") << u"/handing"_s << u"First: Read along."_s;
    QTest::newRow("review") << u"/closereview debrief"_s << u"One action item"_s;
}

void TestSixthProcess::refusesInItsDrill()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    if (m_played.isEmpty())
        m_played = play().out;
    const QStringList told = m_played.split(u'\n').filter(u" no "_s).filter(u": %1 — "_s.arg(line));
    QVERIFY2(told.filter(says).size() == 1, qPrintable(told.join(u'\n')));
}

void TestSixthProcess::helpNamesEveryEntryOfTheDrill()
{
    const QString help = m_program.run({u"do"_s, u"--help"_s}).out;
    QVERIFY2(help.startsWith(u"Usage: fireline do "_s), qPrintable(help.left(60)));
    for (const QString &verb : {u"/claim"_s, u"/approveupdate REF"_s, u"/closereview REVIEW"_s, u"/sitrep"_s})
        QVERIFY2(help.contains(u"  "_s + verb), qPrintable(verb));
}

QTEST_GUILESS_MAIN(TestSixthProcess)
#include "tst_sixthprocess.moc"
