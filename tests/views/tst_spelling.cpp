// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/spelling.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fireline::views::Spelling;
using fireline::views::WordAt;
using fireline::views::wordsIn;

namespace {

/// A folder with dictionaries of a few words each.
struct Dictionaries
{
    Dictionaries() { write(u"en_US"_s, "UTF-8", "5\ncheckout\nfails\nthe\nusers\nnaïve\n"); }
    void write(const QString &name, const QByteArray &encoding, const QByteArray &words) const
    {
        put(name + u".aff"_s, "SET " + encoding + "\nTRY esianrtolcdugmphbyfvkwz\n");
        put(name + u".dic"_s, words);
    }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QStringList folders() const { return {folder.path()}; }

    QTemporaryDir folder;
};

} // namespace

class TestSpelling : public QObject
{
    Q_OBJECT
private slots:
    void noDictionarySaysHowToGetOne();
    void aMissingOneIsNamed();
    void offChecksNothing();
    void wordsAreChecked();
    void theIncidentHasWordsOfItsOwn();
    void otherEncodingsAreRead();
    void brokenOnesAreTold();
    void englishGoesFirst();
    void hyphenationIsNoDictionary();
    void wordsOfCodeAreNotLookedUp_data();
    void wordsOfCodeAreNotLookedUp();
};

void TestSpelling::noDictionarySaysHowToGetOne()
{
    const QTemporaryDir nothing;
    Spelling spelling({nothing.path()});
    spelling.setLanguage({});
    QVERIFY(spelling.problem().contains(u"apt install hunspell-en-us"_s));
    QVERIFY(spelling.isRight(u"chekcout"_s));
    QVERIFY(spelling.unknownIn(u"chekcout fials"_s).isEmpty());
}

void TestSpelling::aMissingOneIsNamed()
{
    const Dictionaries dictionaries;
    Spelling spelling(dictionaries.folders());
    spelling.setLanguage(u"de_DE"_s);
    QVERIFY(spelling.problem().contains(u"de_DE"_s));
}

void TestSpelling::offChecksNothing()
{
    const Dictionaries dictionaries;
    Spelling spelling(dictionaries.folders());
    spelling.setLanguage(Spelling::off());
    QVERIFY(spelling.problem().isEmpty());
    QVERIFY(spelling.isRight(u"chekcout"_s));
}

void TestSpelling::wordsAreChecked()
{
    const Dictionaries dictionaries;
    Spelling spelling(dictionaries.folders());
    QSignalSpy changed(&spelling, &Spelling::changed);
    spelling.setLanguage({});
    QTRY_COMPARE(spelling.language(), u"en_US"_s);
    QVERIFY(changed.size() >= 2);
    QVERIFY(spelling.problem().isEmpty());
    QCOMPARE(spelling.unknownIn(u"The checkout fials the naïve users, fials."_s), QStringList{u"fials"_s});
    QVERIFY(spelling.suggestions(u"fials"_s).contains(u"fails"_s));
    QVERIFY(spelling.suggestions(u"fials"_s).size() <= 5);
}

void TestSpelling::theIncidentHasWordsOfItsOwn()
{
    const Dictionaries dictionaries;
    Spelling spelling(dictionaries.folders());
    spelling.setLanguage({});
    QTRY_COMPARE(spelling.language(), u"en_US"_s);
    QVERIFY(!spelling.isRight(u"Tomasz"_s));
    spelling.setOwnWords({u"Tomasz"_s});
    QVERIFY(spelling.isRight(u"Tomasz"_s));
    QSignalSpy changed(&spelling, &Spelling::changed);
    spelling.setOwnWords({u"Tomasz"_s});
    QVERIFY(changed.isEmpty());
    spelling.addWord(u"redis"_s);
    QVERIFY(spelling.isRight(u"Redis"_s));
    QCOMPARE(changed.size(), 1);
}

void TestSpelling::otherEncodingsAreRead()
{
    const Dictionaries dictionaries;
    dictionaries.write(u"de_DE"_s, "ISO8859-1", "1\nSt\xf6rung\n");
    Spelling spelling(dictionaries.folders());
    spelling.setLanguage(u"de_DE"_s);
    QTRY_COMPARE(spelling.language(), u"de_DE"_s);
    QVERIFY(spelling.isRight(u"Störung"_s));
    QVERIFY(!spelling.isRight(u"Strung"_s));
    QVERIFY(spelling.suggestions(u"Störnug"_s).contains(u"Störung"_s));
}

void TestSpelling::brokenOnesAreTold()
{
    const Dictionaries dictionaries;
    dictionaries.write(u"xx"_s, "KOI8-R", "1\nword\n");
    Spelling spelling(dictionaries.folders());
    spelling.setLanguage(u"xx"_s);
    QTRY_VERIFY(spelling.problem().contains(u"cannot be read"_s));
    QVERIFY(spelling.language().isEmpty());
    QVERIFY(spelling.isRight(u"anything"_s));
}

void TestSpelling::englishGoesFirst()
{
    const Dictionaries dictionaries;
    dictionaries.write(u"af_ZA"_s, "UTF-8", "1\nwoord\n");
    QCOMPARE(Spelling::installed(dictionaries.folders()), (QStringList{u"af_ZA"_s, u"en_US"_s}));
    Spelling spelling(dictionaries.folders());
    spelling.setLanguage({});
    QTRY_COMPARE(spelling.language(), u"en_US"_s);
}

void TestSpelling::hyphenationIsNoDictionary()
{
    const Dictionaries dictionaries;
    dictionaries.write(u"hyph_en_US"_s, "UTF-8", "1\nx\n");
    dictionaries.put(u"lonely.dic"_s, "1\nx\n");
    QCOMPARE(Spelling::installed(dictionaries.folders()), QStringList{u"en_US"_s});
}

void TestSpelling::wordsOfCodeAreNotLookedUp_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("prose") << u"It's down, isn’t it?"_s << QStringList{u"It's"_s, u"down"_s, u"isn’t"_s, u"it"_s};
    QTest::newRow("address") << u"see https://example.org/x or a@b.org now"_s << QStringList{u"see"_s, u"or"_s, u"now"_s};
    QTest::newRow("references") << u"#A12 and @jo and v1.2.3 and 14:30"_s << QStringList{u"and"_s, u"and"_s, u"and"_s};
    QTest::newRow("names of code") << u"my_table OrderService db.users fine"_s << QStringList{u"fine"_s};
    QTest::newRow("hyphens part") << u"well-known (so)"_s << QStringList{u"well"_s, u"known"_s, u"so"_s};
    QTest::newRow("end of a sentence") << u"It is over."_s << QStringList{u"It"_s, u"is"_s, u"over"_s};
    QTest::newRow("nothing") << u"  "_s << QStringList();
}

void TestSpelling::wordsOfCodeAreNotLookedUp()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QStringList found;
    for (const WordAt &word : wordsIn(text))
        found.append(text.mid(word.at, word.length));
    QCOMPARE(found, words);
}

QTEST_GUILESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
