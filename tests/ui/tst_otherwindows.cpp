// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"
#include "otherwindows.h"
#include "paintedtexts.h"
#include "shell/screenroom.h"
#include "windowchecks.h"

#include <QApplication>
#include <QScreen>
#include <QTest>
#include <QTranslator>

#include <map>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// What is asked of the window of an incident (ux 5.2, items 1, 4 to 6, 8 and 9) is asked of all other windows too: the start window,
/// the first run, settings, keys.
class TestOtherWindows : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everythingIsToldAndReached();
    void textsStandOut_data();
    void textsStandOut();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void everythingHasItsPlace_data();
    void everythingHasItsPlace();
    void nothingIsPlainEnglish();

private:
    /// Faults of every state of every window, each with the place, and only where it was first.
    QStringList everywhere(const LiveWindow::Setup &setup, const OtherWindows &what,
                           const std::function<QStringList(QWidget &window)> &find);
    void speak(const QString &language);

    std::map<QString, std::unique_ptr<QTranslator>> m_languages; ///< by the language they are like
    std::unique_ptr<views::Theme> m_theme;
};

void TestOtherWindows::initTestCase()
{
    for (const QString &like : {u"de"_s, u"ar"_s, u"ja"_s})
        m_languages[like] = pseudoLanguage(like);
}

void TestOtherWindows::init()
{
    m_theme = std::make_unique<views::Theme>();
}

void TestOtherWindows::cleanup()
{
    for (const auto &[like, translator] : m_languages)
        QCoreApplication::removeTranslator(translator.get());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    m_theme.reset();
}

void TestOtherWindows::speak(const QString &language)
{
    if (const auto found = m_languages.find(language); found != m_languages.end())
        QCoreApplication::installTranslator(found->second.get());
    QGuiApplication::setLayoutDirection(language == "ar"_L1 ? Qt::RightToLeft : Qt::LeftToRight);
}

QStringList TestOtherWindows::everywhere(const LiveWindow::Setup &setup, const OtherWindows &what,
                                         const std::function<QStringList(QWidget &)> &find)
{
    LiveWindow live(*m_theme, setup);
    QStringList faults;
    QSet<QString> known;
    int places = 0;
    forEachOtherWindow(*m_theme, live, what, [&](QWidget &window, const QString &where) {
        ++places;
        // A page that scrolls finds its height in several turns.
        QStringList found;
        (void)QTest::qWaitFor([&] { return (found = find(window)).isEmpty(); }, 500);
        for (const QString &fault : std::as_const(found)) {
            if (!known.contains(fault))
                faults.append(where + u": "_s + fault);
            known.insert(fault);
        }
    });
    if (places < 15)
        faults.append(u"only %1 places were seen"_s.arg(places));
    return faults;
}

void TestOtherWindows::everythingIsToldAndReached()
{
    const QStringList faults = everywhere({}, {}, [](QWidget &window) {
        QStringList found = untoldControls(&window) + namelessFocusables(&window);
        const QList<TabStop> forward = tabWalk(&window, false, 60, &found);
        const QList<TabStop> backward = tabWalk(&window, true, 60, &found);
        if (forward.size() != backward.size())
            found.append(u"Tab stops %1 times, Shift+Tab %2 times"_s.arg(forward.size()).arg(backward.size()));
        return found
               + disorderedStops(forward, {u"firstRun"_s, u"startNewIncident"_s, u"startIncidents"_s, u"startDrillsPart"_s});
    });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestOtherWindows::textsStandOut_data()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("light") << int(views::Theme::Choice::Light);
    QTest::newRow("dark") << int(views::Theme::Choice::Dark);
    QTest::newRow("high contrast") << int(views::Theme::Choice::HighContrast);
}

void TestOtherWindows::textsStandOut()
{
    QFETCH(int, choice);
    m_theme->setChoice(views::Theme::Choice(choice));
    const QStringList faults = everywhere({}, {}, [](QWidget &window) { return paleTexts(&window) + palePaintedTexts(&window); });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestOtherWindows::nothingIsCutOff_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "de", "ar", "ja"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TestOtherWindows::nothingIsCutOff()
{
    QFETCH(QString, language);
    speak(language);
    const QStringList faults = everywhere({}, {}, [](QWidget &window) {
        return clippedTexts(&window) + shortenedTexts(&window) + overlappingTexts(&window) + misplaced(&window);
    });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestOtherWindows::everythingHasItsPlace_data()
{
    QTest::addColumn<QString>("screen");
    QTest::addColumn<int>("textSize");
    for (const char *screen : {"small", "middle", "large"}) {
        for (const int textSize : {80, 100, 150, 200})
            QTest::addRow("%s screen at %d %%", screen, textSize) << QString::fromLatin1(screen) << textSize;
    }
}

void TestOtherWindows::everythingHasItsPlace()
{
    QFETCH(QString, screen);
    QFETCH(int, textSize);
    m_theme->setTextSize(textSize);
    const QStringList faults = everywhere(
        {.screen = screen}, {.process = u"severity-ladder"_s, .screen = screen}, [](QWidget &window) {
            QStringList found = misplaced(&window) + overlappingTexts(&window) + clippedTexts(&window);
            const QRect room = views::screenRoom(*window.screen(), window);
            if (!room.contains(window.geometry()))
                found.append(u"%1x%2 of %3x%4"_s.arg(window.width()).arg(window.height()).arg(room.width()).arg(room.height()));
            return found;
        });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestOtherWindows::nothingIsPlainEnglish()
{
    speak(u"de"_s);
    const QString folder = QStringLiteral(FIRELINE_SOURCE_DIR "/tests/ui/pseudo");
    const LiveWindow::Setup setup{.process = u"pseudo"_s, .severity = u"RED"_s, .title = u"[Îţ bûŕñš]"_s, .configDir = folder};
    const QSet<QString> data{u"ana"_s,    u"AMB"_s,      u"RED"_s,  u"SEV"_s,   u"UTC"_s,      u"Ctrl"_s,
                             u"Shift"_s,  u"Alt"_s,      u"Esc"_s,  u"Enter"_s, u"Tab"_s,      u"Space"_s,
                             u"Return"_s, u"Fireline"_s, u"Down"_s, u"Del"_s,   u"incident"_s, u"fireline"_s};
    const QStringList faults = everywhere(setup, {.configDir = folder, .process = u"pseudo"_s, .words = u"[Îţ bûŕñš]"_s},
                                          [&](QWidget &window) {
                                              QStringList found = untranslatedTexts(&window, data);
                                              for (const PaintedText &text : paintedTexts(&window)) {
                                                  if (const QString word = plainWord(text.text, data); !word.isEmpty())
                                                      found.append(u"\"%1\" is painted (%2)"_s.arg(text.text, word));
                                              }
                                              return found;
                                          });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestOtherWindows)
#include "tst_otherwindows.moc"
