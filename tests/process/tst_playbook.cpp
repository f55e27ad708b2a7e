// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook.h"

#include <QTest>

#include <tuple>

using namespace fireline::process;
using namespace fireline::domain;
using namespace Qt::StringLiterals;

class TestPlaybook : public QObject
{
    Q_OBJECT
private slots:
    void readsSteps();
    void readsBoldLabels();
    void becomesAList();
    void keepsAllToBeRead();
    void canBeReadWithFaults();
    void showsWhatIsCopied();
    void faults_data();
    void faults();
};

namespace {

const QByteArray head = "---\nid: db\ntitle: Database\nstart: {alert.type: database}\nsymptoms: [slow]\n---\n";

} // namespace

void TestPlaybook::readsSteps()
{
    const auto reading = readPlaybook(head
                                          + "# Database\nSome words.\n\n## Symptoms\n- waits\n\n## Investigation\n1. Look\n   "
                                            "twice\n2) Count\n\n```sql\nSELECT 1;\n"
                                            "SELECT 2;\n```\n\n## Mitigation\n~~~\nkill it\n~~~\n- [ ] Wait\n  - and see\n",
                                      u"db.md"_s);
    QVERIFY(reading.playbook);
    const Playbook &playbook = *reading.playbook;
    QCOMPARE(playbook.symptoms, (QStringList{u"slow"_s, u"waits"_s}));
    QCOMPARE(playbook.steps.size(), 5);
    QCOMPARE(playbook.steps.at(0).text, u"Look twice"_s);
    QCOMPARE(playbook.steps.at(0).section, u"Investigation"_s);
    QCOMPARE(playbook.steps.at(1).run, u"SELECT 1;\nSELECT 2;"_s);
    QCOMPARE(playbook.steps.at(2).text, u"Run: kill it"_s);
    QCOMPARE(playbook.steps.at(2).run, u"kill it"_s);
    QCOMPARE(playbook.steps.at(3).text, u"Wait"_s);
    QCOMPARE(playbook.steps.at(4).text, u"and see"_s);
    QCOMPARE(playbook.steps.at(4).line, 28);
}

void TestPlaybook::readsBoldLabels()
{
    const auto reading = readPlaybook(
        head + "**Symptoms**: errors\n\n**Investigation**: read the log\n**Resolution:**\n- mend it\n", u"db.md"_s);
    QVERIFY(reading.playbook);
    QCOMPARE(reading.playbook->symptoms.last(), u"errors"_s);
    QCOMPARE(reading.playbook->steps.size(), 2);
    QCOMPARE(reading.playbook->steps.at(0).section, u"Investigation"_s);
    QCOMPARE(reading.playbook->steps.at(1).section, u"Resolution"_s);
}

void TestPlaybook::becomesAList()
{
    const auto reading = readPlaybook(head + "## Mitigation\n- one\n- two\n", u"db.md"_s);
    QVERIFY(reading.playbook);
    const ListRule list = reading.playbook->toList();
    QCOMPARE(list.rule.id, u"playbook.db"_s);
    QCOMPARE(list.use, ListUse::Playbook);
    QCOMPARE(list.start->tests.first().fact.fact, Fact::AlertType);
    QCOMPARE(list.items.size(), 2);
    QCOMPARE(list.items.at(1).section, u"Mitigation"_s);
    const auto never = readPlaybook("---\nid: own\ntitle: Own\n---\n- one\n", u"own.md"_s);
    QCOMPARE(never.playbook->toList().start->none.size(), 1);
}

// Prose, tables and code stay in their order between the steps; tags are read.
void TestPlaybook::keepsAllToBeRead()
{
    const auto reading = readPlaybook("---\nid: db\ntitle: Database\ntags: [orders, db]\n---\n# Database\nWords\nmore words.\n\n"
                                      "| a | b |\n|---|---|\n| 1 | 2 |\n\n## Symptoms\n- waits\n  long\n\n## Look\n1. See `top`\n"
                                      "   - twice\n\n```\nrun\n  it\n```\nAfter.\n",
                                      u"db.md"_s);
    QVERIFY(reading.playbook);
    QCOMPARE(reading.playbook->tags, (QStringList{u"orders"_s, u"db"_s}));
    using Kind = PlaybookPart::Kind;
    const QList<std::tuple<Kind, QString, int, int>> expected{
        {Kind::Heading, u"Database"_s, 1, 0}, {Kind::Text, u"Words\nmore words.\n\n| a | b |\n|---|---|\n| 1 | 2 |"_s, 0, 0},
        {Kind::Heading, u"Symptoms"_s, 2, 0}, {Kind::Text, u"- waits long"_s, 0, 0},
        {Kind::Heading, u"Look"_s, 2, 0},     {Kind::Step, u"See `top`"_s, 0, 1},
        {Kind::Step, u"twice"_s, 1, 2},       {Kind::Code, u"run\n  it"_s, 0, 2},
        {Kind::Text, u"After."_s, 0, 0},
    };
    QCOMPARE(reading.parts.size(), expected.size());
    for (int i = 0; i < expected.size(); ++i) {
        const PlaybookPart &part = reading.parts.at(i);
        QCOMPARE(std::make_tuple(part.kind, part.text, part.level, part.step), expected.at(i));
    }
    QCOMPARE(reading.parts.at(6).line, 20);
}

// Somebody in need reads it all the same.
void TestPlaybook::canBeReadWithFaults()
{
    const auto reading = readPlaybook("# Restart\n- Stop it\n```\nsystemctl stop it\n", u"x.md"_s);
    QVERIFY(!reading.playbook);
    QCOMPARE(reading.parts.size(), 3);
    QCOMPARE(reading.parts.at(1).text, u"Stop it"_s);
    QCOMPARE(reading.parts.at(2).text, u"systemctl stop it"_s);
}

// Signs that turn the order of letters around would show another command than is copied.
void TestPlaybook::showsWhatIsCopied()
{
    const auto reading = readPlaybook(head + QString(u"- run `ls \u202Emr\u202C\u2066x\u2069\u001b[2J`\n"_s).toUtf8(), u"x.md"_s);
    QVERIFY(reading.playbook);
    QCOMPARE(reading.playbook->steps.first().text, u"run `ls \uFFFDmr\uFFFD\uFFFDx\uFFFD\uFFFD[2J`"_s);
}

void TestPlaybook::faults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &code, int line) {
        QTest::newRow(name) << bytes << code << line;
    };
    row("no front matter", "# Title\n- step\n", u"no-front-matter"_s, 1);
    row("front matter not closed", "---\nid: x\n- step\n", u"no-front-matter"_s, 1);
    row("no id", "---\ntitle: X\n---\n- step\n", u"missing-key"_s, 2);
    row("unknown key", "---\nid: x\ntitle: X\ncolour: red\n---\n- step\n", u"unknown-key"_s, 4);
    row("unknown fact", "---\nid: x\ntitle: X\nstart: {weather: bad}\n---\n- step\n", u"unknown-fact"_s, 4);
    row("no steps", head + "words only\n", u"no-steps"_s, 0);
    row("code not closed", head + "- step\n```\nrun\n", u"not-closed"_s, 8);
    row("not UTF-8", head + "- st\xff\n", u"not-utf8"_s, 0);
    row("too many parts", head + "- step\n" + QByteArray("# a\n").repeated(2100), u"too-many-parts"_s, 2007);
    row("too large", head + QByteArray(300 * 1024, 'x'), u"too-large"_s, 0);
}

void TestPlaybook::faults()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(int, line);
    const auto reading = readPlaybook(bytes, u"x.md"_s);
    QVERIFY(!reading.playbook);
    QCOMPARE(reading.findings.first().code, code);
    QCOMPARE(reading.findings.first().line, line);
}

QTEST_APPLESS_MAIN(TestPlaybook)
#include "tst_playbook.moc"
