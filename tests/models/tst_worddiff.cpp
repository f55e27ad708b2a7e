// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/entryversions.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;

namespace {

QString joined(const QList<DiffPart> &parts, DiffPart::Kind without)
{
    QString text;
    for (const DiffPart &part : parts) {
        if (part.kind != without)
            text += part.text;
    }
    return text;
}

qsizetype changedLetters(const QList<DiffPart> &parts)
{
    qsizetype count = 0;
    for (const DiffPart &part : parts)
        count += part.kind == DiffPart::Same ? 0 : part.text.size();
    return count;
}

/// The longest common subsequence by the textbook's table, of texts whose words are single letters.
int commonLetters(const QString &a, const QString &b)
{
    QList<QList<int>> table(a.size() + 1, QList<int>(b.size() + 1, 0));
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype j = 1; j <= b.size(); ++j)
            table[i][j] = a.at(i - 1) == b.at(j - 1) ? table[i - 1][j - 1] + 1 : std::max(table[i - 1][j], table[i][j - 1]);
    }
    return table[a.size()][b.size()];
}

Event made(const QString &id, const QString &type, const QByteArray &payload)
{
    Event e;
    e.id = id;
    e.type = type;
    e.recordedBy = u"ana"_s;
    e.recordedAt = {1000};
    e.payload = payload;
    return e;
}

} // namespace

/// What a correction changed, word by word, and the life of an entry.
class TestWordDiff : public QObject
{
    Q_OBJECT
private slots:
    void oneWordIsChanged();
    void equalTextsAreOnePart();
    void nothingInCommonIsReplacedWhole();
    void wordsOfAllScripts();
    void hugeTextsAreStillCompared();
    void partsGiveBothTexts();
    void changesAreTheFewest();
    void lifeOfAnEntry();
};

void TestWordDiff::oneWordIsChanged()
{
    QCOMPARE(wordDiff(u"pod A is down"_s, u"pod B is down"_s), (QList<DiffPart>{{DiffPart::Same, u"pod "_s},
                                                                                {DiffPart::Removed, u"A"_s},
                                                                                {DiffPart::Added, u"B"_s},
                                                                                {DiffPart::Same, u" is down"_s}}));
}

void TestWordDiff::equalTextsAreOnePart()
{
    QCOMPARE(wordDiff(u"pod A"_s, u"pod A"_s), (QList<DiffPart>{{DiffPart::Same, u"pod A"_s}}));
    QCOMPARE(wordDiff({}, {}), QList<DiffPart>());
}

void TestWordDiff::nothingInCommonIsReplacedWhole()
{
    QCOMPARE(wordDiff(u"pod"_s, u"host"_s), (QList<DiffPart>{{DiffPart::Removed, u"pod"_s}, {DiffPart::Added, u"host"_s}}));
    QCOMPARE(wordDiff({}, u"host"_s), (QList<DiffPart>{{DiffPart::Added, u"host"_s}}));
    QCOMPARE(wordDiff(u"pod"_s, {}), (QList<DiffPart>{{DiffPart::Removed, u"pod"_s}}));
}

void TestWordDiff::wordsOfAllScripts()
{
    const auto parts = wordDiff(u"الخادم الأول معطل 🔥"_s, u"الخادم الثاني معطل 🔥"_s);
    QCOMPARE(parts.size(), 4);
    QCOMPARE(parts.at(1).text, u"الأول"_s);
    QCOMPARE(parts.at(2).text, u"الثاني"_s);
}

void TestWordDiff::hugeTextsAreStillCompared()
{
    const QString a = u"a1 "_s.repeated(20000);
    const QString b = u"b2 "_s.repeated(20000);
    const auto parts = wordDiff(a, b);
    QCOMPARE(joined(parts, DiffPart::Added), a);
    QCOMPARE(joined(parts, DiffPart::Removed), b);
}

void TestWordDiff::partsGiveBothTexts()
{
    QVERIFY(rc::check("Same and Removed give the one, Same and Added the other", [](const std::string &x, const std::string &y) {
        const QString a = QString::fromStdString(x);
        const QString b = QString::fromStdString(y);
        const auto parts = wordDiff(a, b);
        RC_ASSERT(joined(parts, DiffPart::Added) == a);
        RC_ASSERT(joined(parts, DiffPart::Removed) == b);
    }));
}

void TestWordDiff::changesAreTheFewest()
{
    QVERIFY(rc::check("no comparison keeps more", [] {
        const auto letters = rc::gen::container<std::string>(rc::gen::element('.', ',', '!', '?'));
        const QString a = QString::fromStdString(*letters);
        const QString b = QString::fromStdString(*letters);
        RC_ASSERT(changedLetters(wordDiff(a, b)) == a.size() + b.size() - 2 * commonLetters(a, b));
    }));
}

void TestWordDiff::lifeOfAnEntry()
{
    using Kind = EntryChange::Kind;
    const QList<Event> events = {
        made(u"1"_s, u"entry.posted"_s, R"({"kind":"note","text":"pod A"})"),
        made(u"2"_s, u"entry.corrected"_s, R"({"by":"bo","entry":"1","field":"text","new":"pod B","old":"pod A","why":"typo"})"),
        made(u"3"_s, u"entry.corrected"_s, R"({"entry":"1","field":"kind","new":"finding","old":"note"})"),
        made(u"4"_s, u"entry.retimed"_s, R"({"entry":"1","fromUs":5,"toUs":7})"),
        made(u"5"_s, u"entry.retracted"_s, R"({"entry":"1","why":"wrong"})"),
        made(u"6"_s, u"entry.restored"_s, R"({"entry":"1"})"),
        made(u"7"_s, u"entry.retracted"_s, R"({"entry":"8","why":"another entry"})"),
    };
    const auto changes = changesOf(u"1"_s, events);
    QCOMPARE(changes.size(), 6);
    QCOMPARE(changes.at(0).kind, Kind::Posted);
    QCOMPARE(changes.at(1).kind, Kind::Text);
    QCOMPARE(changes.at(1).who, u"bo"_s);
    QCOMPARE(changes.at(1).recordedBy, u"ana"_s);
    QCOMPARE(changes.at(1).why, u"typo"_s);
    QCOMPARE(changes.at(1).diff, wordDiff(u"pod A"_s, u"pod B"_s));
    QCOMPARE(changes.at(2).kind, Kind::KindOfRow);
    QCOMPARE(changes.at(2).after, u"finding"_s);
    QCOMPARE(changes.at(3).to, Instant{7});
    QCOMPARE(changes.at(4).kind, Kind::Retracted);
    QCOMPARE(changes.at(4).why, u"wrong"_s);
    QCOMPARE(changes.at(5).kind, Kind::Restored);
    QVERIFY(changes.at(5).recordedBy.isEmpty());
}

QTEST_GUILESS_MAIN(TestWordDiff)
#include "tst_worddiff.moc"
