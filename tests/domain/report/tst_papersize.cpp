// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper.h"

#include <QTest>

using namespace fireline::domain;

class TestPaperSize : public QObject
{
    Q_OBJECT
private slots:
    void followsTheCountry();
    void followsTheSystem();
};

void TestPaperSize::followsTheCountry()
{
    QCOMPARE(paperOf(QLocale(QLocale::English, QLocale::UnitedStates)), Paper::Letter);
    QCOMPARE(paperOf(QLocale(QLocale::French, QLocale::Canada)), Paper::Letter);
    QCOMPARE(paperOf(QLocale(QLocale::French, QLocale::France)), Paper::A4);
    QCOMPARE(paperOf(QLocale(QLocale::English, QLocale::UnitedKingdom)), Paper::A4);
    QCOMPARE(paperOf(QLocale::c()), Paper::A4); // no country
}

void TestPaperSize::followsTheSystem()
{
    qunsetenv("LC_ALL");
    qputenv("LANG", "en_US.UTF-8");
    qputenv("LC_PAPER", "de_DE.UTF-8@euro");
    QCOMPARE(paperOf(paperLocale()), Paper::A4); // an American interface on a German printer
    qunsetenv("LC_PAPER");
    QCOMPARE(paperOf(paperLocale()), Paper::Letter);
    qputenv("LC_ALL", "C.UTF-8");
    QCOMPARE(paperOf(paperLocale()), Paper::A4);
}

QTEST_APPLESS_MAIN(TestPaperSize)
#include "tst_papersize.moc"
