// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/fuzzymatch.h"

#include <rapidcheck.h>

#include <QElapsedTimer>
#include <QTest>

using namespace fireline::models;
using namespace Qt::StringLiterals;

namespace {

QString marked(QStringView pattern, const QString &text)
{
    const auto match = fuzzyMatch(pattern, text);
    if (!match)
        return u"-"_s;
    QString out;
    for (int i = 0; i < text.size(); ++i)
        out += match->positions.contains(i) ? u'[' + QString(text[i]) + u']' : QString(text[i]);
    return out.replace(u"]["_s, QString());
}

int score(QStringView pattern, QStringView text)
{
    const auto match = fuzzyMatch(pattern, text);
    return match ? match->score : -1000;
}

} // namespace

class TestFuzzyMatch : public QObject
{
    Q_OBJECT
private slots:
    void marksWhatItFound_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("first letters") << u"nd"_s << u"New decision"_s << u"[N]ew [d]ecision"_s;
        QTest::newRow("humps") << u"rc"_s << u"RootCause"_s << u"[R]oot[C]ause"_s;
        QTest::newRow("start of a word before the middle of one") << u"st"_s << u"Last status"_s << u"Last [st]atus"_s;
        QTest::newRow("side by side") << u"ack"_s << u"a clock ack"_s << u"a clock [ack]"_s;
        QTest::newRow("blanks are skipped") << u"new dec"_s << u"New decision"_s << u"[New] [dec]ision"_s;
        QTest::newRow("any case") << u"ÄR"_s << u"März är"_s << u"März [är]"_s;
        QTest::newRow("order matters") << u"dn"_s << u"New d"_s << u"-"_s;
        QTest::newRow("all of it") << u"abcd"_s << u"abc"_s << u"-"_s;
        QTest::newRow("nothing wanted") << u""_s << u"abc"_s << u"abc"_s;
        QTest::newRow("nothing there") << u"a"_s << u""_s << u"-"_s;
    }
    void marksWhatItFound()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QTEST(marked(pattern, text), "expected");
    }

    void ranks()
    {
        QVERIFY(score(u"act", u"action") > score(u"act", u"reaction"));
        QVERIFY(score(u"act", u"action") > score(u"act", u"a cold thing"));
        QVERIFY(score(u"no", u"note") > score(u"no", u"note to everybody in the room"));
        QVERIFY(score(u"SEV", u"SEV2") > score(u"SEV", u"sev2"));
        QVERIFY(score(u"gt", u"Go to time") > score(u"gt", u"night"));
    }

    void positionsAreTheCharactersOfThePattern()
    {
        QVERIFY(rc::check("positions rise and spell the pattern; fits exactly the subsequences", [] {
            const auto letters = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'A', '-', ' '));
            const QString text = QString::fromStdString(*letters);
            const QString pattern = QString::fromStdString(*letters);
            QString wanted = pattern;
            wanted.remove(u' ');
            qsizetype found = 0;
            for (const QChar c : text) {
                if (found < wanted.size() && c.toCaseFolded() == wanted[found].toCaseFolded())
                    ++found;
            }
            const auto match = fuzzyMatch(pattern, text);
            RC_ASSERT(match.has_value() == (found == wanted.size()));
            if (!match)
                return;
            RC_ASSERT(match->positions.size() == wanted.size());
            int last = -1;
            for (qsizetype i = 0; i < wanted.size(); ++i) {
                RC_ASSERT(match->positions[i] > last);
                last = match->positions[i];
                RC_ASSERT(text[last].toCaseFolded() == wanted[i].toCaseFolded());
            }
        }));
    }

    void isQuick()
    {
        QStringList texts;
        for (int i = 0; i < 2000; ++i)
            texts << u"Restart pod %1 and ask the database team"_s.arg(i);
        qint64 best = 1'000'000'000;
        int fitting = 0;
        for (int run = 0; run < 5; ++run) {
            QElapsedTimer timer;
            timer.start();
            fitting = 0;
            for (const QString &text : std::as_const(texts))
                fitting += fuzzyMatch(u"rpadt", text) ? 1 : 0;
            best = std::min(best, timer.nsecsElapsed());
        }
        QCOMPARE(fitting, 2000);
        qInfo("2 000 texts in %lld us", best / 1000);
#if !defined(__SANITIZE_ADDRESS__)
        QVERIFY2(best < 5'000'000, qPrintable(QString::number(best / 1000)));
#endif
    }
};

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
