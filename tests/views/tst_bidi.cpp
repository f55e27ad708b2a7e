// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/bidi.h"

#include <QTest>

using namespace fireline::views;
using namespace Qt::StringLiterals;

/// A text's own direction, whatever the program's is.
class TestBidi : public QObject
{
    Q_OBJECT
private slots:
    void directionIsThatOfTheFirstStrongCharacter_data();
    void directionIsThatOfTheFirstStrongCharacter();
    void isolatesAreClosed();
};

void TestBidi::directionIsThatOfTheFirstStrongCharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("rightToLeft");
    QTest::newRow("latin") << u"restart pod"_s << false;
    QTest::newRow("hebrew") << u"שלום"_s << true;
    QTest::newRow("arabic after digits") << u"12:30 مرحبا db"_s << true;
    QTest::newRow("latin after punctuation") << u"— ok שלום"_s << false;
    QTest::newRow("isolate does not count") << (isolatedLtr(u"A12"_s) + u" שלום"_s) << true;
    QTest::newRow("beyond the basic plane") << u"\U0001E900"_s << true; // a letter of Adlam
    QTest::newRow("neither: the fallback") << u"12:30"_s << true;
    QTest::newRow("empty: the fallback") << QString() << true;
    QTest::newRow("half a character") << QString(QChar(0xD83A)) << true;
}

void TestBidi::directionIsThatOfTheFirstStrongCharacter()
{
    QFETCH(QString, text);
    QFETCH(bool, rightToLeft);
    QCOMPARE(directionOf(text, Qt::RightToLeft), rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
}

void TestBidi::isolatesAreClosed()
{
    QCOMPARE(isolated(u"x"_s), u"\u2068x\u2069"_s);
    QCOMPARE(isolatedLtr(u"x"_s), u"\u2066x\u2069"_s);
}

QTEST_APPLESS_MAIN(TestBidi)
#include "tst_bidi.moc"
