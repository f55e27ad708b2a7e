// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QList<std::pair<const char *, int>> &rows()
{
    static const QList<std::pair<const char *, int>> all{
        {"--help", 0},
        {"--version", 0},
        {"nosuch", 2},
        {"new b.fireline --process nine-step --title T --as ana", 0},
        {"new a.fireline --process nine-step --title T --as ana", 3}, // there already
        {"new b.fireline --process none --title T --as ana", 3},
        {"new b.fireline --frobnicate", 2},
        {"new", 2},
        {"do a.fireline still-works --as ana", 0},
        {"do a.fireline /nosuchverb --as ana", 1},
        {"do missing.fireline x --as ana", 3},
        {"do spoiled.fireline x --as ana", 3},
        {"do a.fireline", 2},
        {"show a.fireline", 0},
        {"show a.fireline --json", 0},
        {"show missing.fireline", 3},
        {"show", 2},
        {"log a.fireline", 0},
        {"log a.fireline --audit --json", 0},
        {"log spoiled.fireline", 3},
        {"log a.fireline --frobnicate", 2},
        {"import a.fireline notes.csv --as ana", 0},
        {"import a.fireline notes.csv --dry-run --as ana", 0},
        {"import a.fireline missing.csv --as ana", 3},
        {"import a.fireline", 2},
        {"export a.fireline --format json -o -", 0},
        {"export a.fireline --format markdown -o -", 0},
        {"export a.fireline --format csv -o out.csv", 0},
        {"export a.fireline --format html -o out.html", 0},
        {"export a.fireline --format pdf -o out.pdf", 0},
        {"export a.fireline --format pdf --part sitrep -o out.pdf", 0},
        {"export a.fireline --format pdf --part none -o out.pdf", 2},
        {"export a.fireline --format csv --part sitrep -o out.csv", 2},
        {"export missing.fireline --format json -o -", 3},
        {"export a.fireline --format none -o -", 2},
        {"export a.fireline --format json -o no/such/folder/out.json", 3},
        {"verify a.fireline", 0},
        {"verify missing.fireline", 3},
        {"verify", 2},
        {"process list", 0},
        {"process show nine-step", 0},
        {"process show none", 3},
        {"process check bad.yaml", 1},
        {"process check missing.yaml", 3},
        {"process", 2},
        {"drill list", 0},
        {"drill show demo", 0},
        {"drill run demo --auto --speed max", 0},
        {"drill run none --auto --speed max", 3},
        {"drill", 2},
        {"backend init", 2},
        {"backend status postgresql://nobody@127.0.0.1:1/none", 69}, // nobody answers at port 1
        {"backend user add ana", 2},
        {"sync", 2},
        {"sync a.fireline", 2}, // which backend?
        {"sync a.fireline --backend postgresql://ana@127.0.0.1:1/none --once --adopt", 69},
        {"sync none.fireline --backend postgresql://ana@127.0.0.1:1/none --once", 69}, // it would be made from there
        {"sync none.fireline --backend postgresql://ana@127.0.0.1:1/none --once --adopt", 3},
        {"a.fireline", 2}, // a window needs a display
    };
    return all;
}

} // namespace

/// Every sub-command where there is no display, no home and no name of who works: in a unit of the system, in a container, over
/// a bare connection (ux 5.2, item 23). A sub-command that is added needs its rows here, or this fails.
class TestHeadless : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void exitCodes_data();
    void exitCodes();
    void everySubCommandHasRows();

private:
    std::unique_ptr<Program> m_program;
};

void TestHeadless::initTestCase()
{
    m_program = std::make_unique<Program>();
    for (const QString &name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_CACHE_HOME"_s,
                                u"XDG_RUNTIME_DIR"_s, u"DBUS_SESSION_BUS_ADDRESS"_s, u"USER"_s, u"LOGNAME"_s})
        m_program->unsetEnvironment(name);
    QCOMPARE(m_program
                 ->run({u"new"_s, u"a.fireline"_s, u"--process"_s, u"nine-step"_s, u"--title"_s, u"Checkout fails"_s, u"--as"_s,
                        u"ana"_s})
                 .exitCode,
             0);
    QFile spoiled(m_program->path(u"spoiled.fireline"_s));
    QVERIFY(spoiled.open(QIODevice::WriteOnly));
    spoiled.write(QByteArray(4096, 'x'));
    QFile notes(m_program->path(u"notes.csv"_s));
    QVERIFY(notes.open(QIODevice::WriteOnly));
    notes.write("time,text\n2026-03-02 10:00:00Z,it begins\n");
    QFile bad(m_program->path(u"bad.yaml"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("format: 1\nid: bad\nnonsense: true\n");
}

void TestHeadless::exitCodes_data()
{
    QTest::addColumn<int>("exitCode");
    for (const auto &[line, exitCode] : rows())
        QTest::newRow(line) << exitCode;
}

void TestHeadless::exitCodes()
{
    QFETCH(int, exitCode);
    const QStringList arguments = QString::fromLatin1(QTest::currentDataTag()).split(u' ');
    const auto result = m_program->run(arguments);
    QVERIFY2(result.exitCode == exitCode, qPrintable(u"%1: %2 instead of %3: %4%5"_s.arg(arguments.join(u' '))
                                                         .arg(result.exitCode)
                                                         .arg(exitCode)
                                                         .arg(result.out, result.err)));
    // What cannot be read or was asked wrongly is one sentence on the error stream, and nothing for a program to read.
    if (exitCode == 2 || exitCode == 3 || exitCode == 69) {
        QCOMPARE(result.err.count(u'\n'), 1);
        QCOMPARE(result.out, QString());
    } else {
        QVERIFY(!result.out.isEmpty() || arguments.contains(u"-o"_s));
    }
}

void TestHeadless::everySubCommandHasRows()
{
    QSet<QString> known;
    for (const auto &[line, exitCode] : rows())
        known.insert(QString::fromLatin1(line).section(u' ', 0, 0));
    static const QRegularExpression command(u"^  ([a-z]+) "_s, QRegularExpression::MultilineOption);
    const QString help = m_program->run({u"--help"_s}).out;
    int found = 0;
    for (auto match = command.globalMatch(help); match.hasNext(); ++found) {
        const QString name = match.next().captured(1);
        QVERIFY2(known.contains(name), qPrintable(name));
        QCOMPARE(m_program->run({name, u"--help"_s}).exitCode, 0);
    }
    QVERIFY(found >= 9);
}

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
