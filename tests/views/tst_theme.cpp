// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QImage>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace fireline::views;

/// The palette in force, and fonts that keep their floors and widths.
class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void choiceChangesThePalette();
    void textSizeIsClampedAndTold();
    void clockDigitsAreEquallyWide();
    void rowsFollowDensityAndTextSize();
    void iconsFollowThePalette();
    void disabledAndSelectedIconsHaveTheirColours();
    void arrowsAreMirroredFromRightToLeft();
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
    for (const QFont::Weight weight : {QFont::Normal, QFont::DemiBold}) {
        QFont font = theme.clockFont();
        font.setWeight(weight);
        const QFontMetricsF metrics(font);
        for (char16_t digit = u'1'; digit <= u'9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
        // Of the fonts we ask for; only where none of them is installed it is the system's typewriter font.
        if (font.family() != theme.idFont().family())
            QVERIFY(metrics.horizontalAdvance(u':') < metrics.horizontalAdvance(u'0'));
    }
}

void TestTheme::rowsFollowDensityAndTextSize()
{
    Theme theme;
    const int comfortable = theme.rowHeight();
    QVERIFY(comfortable >= 28);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setDensity(Theme::Density::Compact);
    QCOMPARE(changed.size(), 1);
    QVERIFY(theme.rowHeight() < comfortable);
    QVERIFY(theme.rowHeight() >= QFontMetricsF(theme.textFont()).height());
    theme.setTextSize(200);
    QVERIFY(theme.rowHeight() >= 40);
    QCOMPARE(theme.iconSize(), 32);
}

namespace {

/// The colour of the pixels that are fully covered; invalid if there is none, or if there are several.
QColor colourOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    const QImage image = icon.pixmap(QSize(48, 48), 1.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
    QColor found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            if (colour.alpha() < 255)
                continue;
            if (found.isValid() && colour != found)
                return {};
            found = colour;
        }
    }
    return found;
}

} // namespace

void TestTheme::iconsFollowThePalette()
{
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    const QIcon handedOut = theme.icon(u"search"_s);
    QCOMPARE(colourOf(handedOut), theme.ink(Ink::Text));
    QCOMPARE(colourOf(theme.icon(u"warning"_s, Ink::Warn)), theme.ink(Ink::Warn));
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(colourOf(handedOut), theme.ink(Ink::Text));
    QCOMPARE(theme.ink(Ink::Text), ink(Scheme::Dark, Ink::Text));
    QTest::ignoreMessage(QtWarningMsg, "There is no icon no-such in resources/icons.");
    QVERIFY(theme.icon(u"no-such"_s).isNull());
    QVERIFY(theme.icon(QString()).isNull());
    QCOMPARE(handedOut.pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
}

void TestTheme::disabledAndSelectedIconsHaveTheirColours()
{
    const Theme theme;
    const QIcon icon = theme.icon(u"save"_s);
    QCOMPARE(colourOf(icon, QIcon::Disabled), theme.ink(Ink::Disabled));
    QCOMPARE(colourOf(icon, QIcon::Selected), theme.ink(Ink::SelectionText));
}

void TestTheme::arrowsAreMirroredFromRightToLeft()
{
    const Theme theme;
    const auto picture = [&](const QString &name) { return theme.icon(name).pixmap(QSize(32, 32), 1.0).toImage(); };
    const QImage next = picture(u"next"_s);
    const QImage left = picture(u"left"_s);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    QVERIFY(picture(u"next"_s) != next);
    QCOMPARE(picture(u"next"_s), next.mirrored(true, false));
    QCOMPARE(picture(u"left"_s), left);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
