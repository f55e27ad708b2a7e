// SPDX-License-Identifier: GPL-3.0-or-later
#include "drillplayer.h"
#include "drillsetup.h"
#include "memorysession.h"
#include "processcheck.h"
#include "processloader.h"
#include "readscenario.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace fireline;
using namespace fireline::drill;
using namespace Qt::StringLiterals;

/// A process that nobody here had in mind: house-rule-14.md, written down as CONTRIBUTING.md says. It needs no line of C++.
class TestSixth : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theCheckFindsNothing();
    void everyParagraphHasARule();
    void aDrillPasses();

private:
    static QByteArray read(const QString &name);
    domain::Process m_process;
};

QByteArray TestSixth::read(const QString &name)
{
    QFile file(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/sixth/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSixth::initTestCase()
{
    const auto reading = process::readProcess(read(u"town-library.yaml"_s), u"town-library.yaml"_s);
    for (const process::Finding &finding : reading.findings)
        qWarning().noquote() << finding.toText();
    QVERIFY(reading.process);
    m_process = *reading.process;
}

void TestSixth::theCheckFindsNothing()
{
    for (const process::Finding &finding : process::checkProcess(m_process)) {
        if (finding.grade != process::Finding::Grade::Note)
            QFAIL(qPrintable(finding.toText()));
    }
}

void TestSixth::everyParagraphHasARule()
{
    QSet<QString> covered = {u"1"_s, u"2"_s}; // declarations: severities and roles
    for (const domain::Envelope *rule : m_process.rules()) {
        for (const QString &source : rule->source)
            covered.insert(source);
    }
    static const QRegularExpression paragraph(u"^(\\d+)\\. "_s, QRegularExpression::MultilineOption);
    int count = 0;
    for (auto it = paragraph.globalMatch(QString::fromUtf8(read(u"house-rule-14.md"_s))); it.hasNext(); ++count) {
        const QString number = it.next().captured(1);
        QVERIFY2(covered.contains(number), qPrintable(number));
    }
    QCOMPARE(count, 15);
}

void TestSixth::aDrillPasses()
{
    const auto reading = readScenario(read(u"dead-scanners.yaml"_s), u"dead-scanners.yaml"_s,
                                      [this](const QString &id) { return id == m_process.id ? &m_process : nullptr; });
    for (const process::Finding &finding : reading.findings)
        qWarning().noquote() << finding.toText();
    QVERIFY(reading.scenario);
    const DrillSetup setup = setupOf(*reading.scenario);
    test::MemorySession session(m_process, setup.start, setup.typist, setup.seed);
    QVERIFY(session.execute(setup.declare).ok());
    const DrillResult result = DrillPlayer(*reading.scenario, session, {}).play();
    QVERIFY2(result.passed(), qPrintable(reportText(result)));
    QCOMPARE(result.refused, 11);
    QVERIFY(session.state().closedAt.isSet());
}

QTEST_APPLESS_MAIN(TestSixth)
#include "tst_sixth.moc"
