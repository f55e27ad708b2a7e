// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/vocabulary.h"
#include "processcheck.h"
#include "processloader.h"
#include "readscenario.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace fireline;
using namespace Qt::StringLiterals;

/// CONTRIBUTING.md is what somebody has who writes a process: what it shows must be read by the program, and every closed
/// word must stand in it.
class TestContributing : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void exampleIsClean();
    void drillIsClean();
    void fragmentsUseKnownWords_data();
    void fragmentsUseKnownWords();
    void wordsAreExplained_data();
    void wordsAreExplained();

private:
    QString m_text;
    QStringList m_blocks;

    template<typename E>
    static void addWords(const char *kind)
    {
        for (const auto &entry : domain::closedWords<E>())
            QTest::addRow("%s %s", kind, qPrintable(entry.word.toString())) << entry.word.toString();
    }
};

namespace {

QByteArray around(const QString &rules)
{
    QString text = u"format: 1\nid: around\ntitle: T\nversion: \"1\"\n"
                   "severities: [{id: P1, rank: 1, name: One}, {id: P2, rank: 2, name: Two}]\n"
                   "roles: [{id: ic, name: Commander, commands: true}]\n"
                   "phases: [{id: only, name: Only, ends: true}]\n"
                   "rules:\n"_s;
    for (const QString &line : rules.split(u'\n'))
        text += u"  "_s + line + u'\n';
    return text.toUtf8();
}

} // namespace

void TestContributing::initTestCase()
{
    QFile file(QStringLiteral(FIRELINE_SOURCE_DIR "/CONTRIBUTING.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_text = QString::fromUtf8(file.readAll());
    static const QRegularExpression block(u"```yaml\\n(.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
    for (auto it = block.globalMatch(m_text); it.hasNext();)
        m_blocks.append(it.next().captured(1));
    QVERIFY(m_blocks.size() >= 10);
}

void TestContributing::exampleIsClean()
{
    QVERIFY(m_blocks.first().startsWith(u"format: 1"));
    const auto reading = process::readProcess(m_blocks.first().toUtf8(), u"example.yaml"_s);
    for (const auto &finding : reading.findings)
        QFAIL(qPrintable(finding.toText()));
    QVERIFY(reading.process);
    for (const auto &finding : process::checkProcess(*reading.process))
        QFAIL(qPrintable(finding.toText()));
}

void TestContributing::drillIsClean()
{
    const auto process = process::loadProcess(m_blocks.first().toUtf8(), u"example.yaml"_s);
    QVERIFY(process.ok());
    const auto drill = std::find_if(m_blocks.cbegin(), m_blocks.cend(), [](const QString &b) { return b.contains(u"steps:"_s); });
    QVERIFY(drill != m_blocks.cend());
    const auto reading = drill::readScenario(drill->toUtf8(), u"drill.yaml"_s, [&](const QString &id) {
        return id == process.value().id ? &process.value() : nullptr;
    });
    for (const auto &finding : reading.findings)
        QFAIL(qPrintable(finding.toText()));
    QVERIFY(reading.scenario && reading.scenario->steps.size() >= 8);
}

void TestContributing::fragmentsUseKnownWords_data()
{
    QTest::addColumn<QString>("rules");
    for (qsizetype i = 1; i < m_blocks.size(); ++i) {
        if (m_blocks.at(i).startsWith(u"- "))
            QTest::addRow("%s", qPrintable(m_blocks.at(i).left(30).simplified())) << m_blocks.at(i);
    }
}

void TestContributing::fragmentsUseKnownWords()
{
    QFETCH(QString, rules);
    for (const auto &finding : process::readProcess(around(rules), u"fragment.yaml"_s).findings) {
        if (finding.code != u"unknown-id") // the ids belong to no process
            QFAIL(qPrintable(finding.code + u' ' + finding.toText()));
    }
}

void TestContributing::wordsAreExplained_data()
{
    QTest::addColumn<QString>("word");
    addWords<domain::RuleKind>("kind");
    addWords<domain::Act>("act");
    addWords<domain::MomentKind>("moment");
    addWords<domain::Fact>("fact");
    addWords<domain::EffectKind>("effect");
    addWords<domain::RecordKind>("record");
    addWords<domain::LintFind>("lint");
    addWords<domain::ListUse>("list");
    addWords<domain::FieldType>("field");
}

void TestContributing::wordsAreExplained()
{
    QFETCH(QString, word);
    const QRegularExpression whole(u"(?<![\\w.])%1(?![\\w])"_s.arg(QRegularExpression::escape(word)));
    // A word in a sentence is not an explanation, but a word that stands nowhere is certainly none.
    QVERIFY2(m_text.contains(whole), qPrintable(word));
}

QTEST_GUILESS_MAIN(TestContributing)
#include "tst_contributing.moc"
