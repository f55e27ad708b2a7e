// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"
#include "windowchecks.h"

#include <QApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// The real window in a language that is 40 % longer, in small windows, and with large text (ux 5.2, items 8 and 9).
class TestWindowLayout : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void theStripKeepsItsFourCells();
    void nothingIsPlainEnglish();
    void everythingHasItsPlace_data();
    void everythingHasItsPlace();

private:
    std::unique_ptr<QTranslator> m_pseudo;
    std::unique_ptr<views::Theme> m_theme;
};

void TestWindowLayout::initTestCase()
{
    m_pseudo = pseudoLanguage();
}

void TestWindowLayout::init()
{
    m_theme = std::make_unique<views::Theme>();
}

void TestWindowLayout::cleanup()
{
    QCoreApplication::removeTranslator(m_pseudo.get());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    m_theme.reset();
}

void TestWindowLayout::nothingIsCutOff_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("pseudo");
    QTest::addColumn<bool>("reverse");
    QTest::newRow("1366, English") << QSize(1366, 746) << false << false;
    QTest::newRow("1280, English") << QSize(1280, 700) << false << false;
    QTest::newRow("1366, pseudo") << QSize(1366, 746) << true << false;
    QTest::newRow("1280, pseudo") << QSize(1280, 700) << true << false;
    QTest::newRow("1366, pseudo, right to left") << QSize(1366, 746) << true << true;
}

void TestWindowLayout::nothingIsCutOff()
{
    QFETCH(QSize, size);
    QFETCH(bool, pseudo);
    QFETCH(bool, reverse);
    if (pseudo)
        QCoreApplication::installTranslator(m_pseudo.get());
    QGuiApplication::setLayoutDirection(reverse ? Qt::RightToLeft : Qt::LeftToRight);
    LiveWindow live(*m_theme, {.fill = fillBusy, .size = size});
    QTRY_VERIFY2(clippedTexts(live.window()).isEmpty(), qPrintable(clippedTexts(live.window()).join(u'\n')));
    QCOMPARE(live.window()->size(), size);
}

void TestWindowLayout::theStripKeepsItsFourCells()
{
    QCoreApplication::installTranslator(m_pseudo.get());
    LiveWindow live(*m_theme, {.fill = fillBusy, .size = {1024, 678}});
    QTRY_COMPARE(live.window()->width(), 1024);
    for (const QString &name : {u"stripSeverity"_s, u"stripElapsed"_s, u"stripUpdates"_s, u"stripCommand"_s}) {
        const auto *cell = live.window()->findChild<QWidget *>(name);
        QVERIFY2(cell, qPrintable(name));
        QVERIFY2(cell->isVisible() && cell->visibleRegion().boundingRect() == cell->rect(),
                 qPrintable(name + u" is not whole"_s));
    }
}

void TestWindowLayout::nothingIsPlainEnglish()
{
    QCoreApplication::installTranslator(m_pseudo.get());
    // A process whose every text begins with "[" too, so that what is left over is the program's own.
    const QString folder = QStringLiteral(FIRELINE_SOURCE_DIR "/tests/ui/pseudo");
    LiveWindow live(
        *m_theme,
        {.process = u"pseudo"_s, .severity = u"RED"_s, .title = u"[Îţ bûŕñš]"_s, .configDir = folder, .fill = [](MadeIncident &) {
         }});
    const QSet<QString> data{u"ana"_s, u"RED"_s,   u"SEV"_s, u"UTC"_s,   u"Fireline"_s, u"Ctrl"_s, u"Shift"_s, u"Alt"_s,
                             u"Esc"_s, u"Enter"_s, u"Tab"_s, u"Space"_s, u"Return"_s,   u"Etc"_s,  u"DRILL"_s};
    const QStringList faults = untranslatedTexts(live.window(), data);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestWindowLayout::everythingHasItsPlace_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("textSize");
    const QList<QSize> sizes{{1024, 678}, {1366, 746}, {1920, 1058}};
    for (const QSize &size : sizes) {
        for (const int textSize : {80, 100, 125, 150, 200})
            QTest::addRow("%dx%d at %d %%", size.width(), size.height(), textSize) << size << textSize;
    }
}

void TestWindowLayout::everythingHasItsPlace()
{
    QFETCH(QSize, size);
    QFETCH(int, textSize);
    m_theme->setTextSize(textSize);
    LiveWindow live(*m_theme, {.fill = fillBusy, .size = size});
    QTRY_VERIFY2(misplaced(live.window()).isEmpty(), qPrintable(misplaced(live.window()).join(u'\n')));
    // A window that needs more than it was given would reach out of its screen.
    QCOMPARE(live.window()->size(), size);
}

QTEST_MAIN(TestWindowLayout)
#include "tst_windowlayout.moc"
