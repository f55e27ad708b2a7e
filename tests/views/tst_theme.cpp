// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QSignalSpy>
#include <QTest>

using namespace fireline::views;

/// The palette in force, and fonts that keep their floors and widths.
class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void choiceChangesThePalette();
    void textSizeIsClampedAndTold();
    void clockDigitsAreEquallyWide();
};

void TestTheme::choiceChangesThePalette()
{
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(theme.scheme(), Scheme::Dark);
    QCOMPARE(theme.palette().color(QPalette::Base), QColor(0x14, 0x17, 0x1C));
}

void TestTheme::textSizeIsClampedAndTold()
{
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setTextSize(500);
    QCOMPARE(theme.textSize(), 200);
    theme.setTextSize(10);
    QCOMPARE(theme.textSize(), 80);
    QCOMPARE(changed.size(), 2);
    QVERIFY(theme.captionFont().pointSizeF() >= 9);
}

void TestTheme::clockDigitsAreEquallyWide()
{
    const Theme theme;
    const QFontMetricsF metrics(theme.clockFont());
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
