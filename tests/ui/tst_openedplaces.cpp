// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "livewindow.h"
#include "openedplaces.h"
#include "paintedtexts.h"
#include "shell/mainwindow.h"
#include "shell/paneldocks.h"
#include "windowchecks.h"
#include "windowprogram.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

namespace {

/// Large text may be written shorter.
enum class Whole { InTheWindow, InEachPart };

QStringList faultsOf(QWidget &window, Rows rows, Whole whole)
{
    QStringList found = untoldControls(&window) + namelessFocusables(&window) + paleTexts(&window)
                        + palePaintedTexts(&window, rows) + overlappingTexts(&window) + misplaced(&window);
    if (whole == Whole::InEachPart)
        found += clippedTexts(&window) + shortenedTexts(&window);
    return found;
}

} // namespace

/// Forms, bars, messages, the palette, completions and windows of clocks, asked what the panels are asked (ux 5.2, items 1, 4 to 6, 8
/// and 9). One window for each look: it is walked through once, and all is asked wherever something new is to be seen.
class TestOpenedPlaces : public QObject
{
    Q_OBJECT
private slots:
    void cleanup();
    void areToldAndReadAndWhole_data();
    void areToldAndReadAndWhole();
    void theDrillIsToldAndReadAndWhole_data();
    void theDrillIsToldAndReadAndWhole();

private:
    void speak(const QString &language);

    std::unique_ptr<QTranslator> m_language;
};

void TestOpenedPlaces::cleanup()
{
    if (m_language)
        QCoreApplication::removeTranslator(m_language.get());
    m_language.reset();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestOpenedPlaces::speak(const QString &language)
{
    if (language == "en"_L1)
        return;
    m_language = pseudoLanguage(language);
    QCoreApplication::installTranslator(m_language.get());
    QGuiApplication::setLayoutDirection(language == "ar"_L1 ? Qt::RightToLeft : Qt::LeftToRight);
}

void TestOpenedPlaces::areToldAndReadAndWhole_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("screen");
    QTest::addColumn<int>("textSize");
    const int light = int(views::Theme::Choice::Light);
    QTest::newRow("light") << light << u"en"_s << u"middle"_s << 100;
    QTest::newRow("dark, longer words") << int(views::Theme::Choice::Dark) << u"de"_s << u"middle"_s << 100;
    QTest::newRow("high contrast, from right to left")
        << int(views::Theme::Choice::HighContrast) << u"ar"_s << u"middle"_s << 100;
    QTest::newRow("small screen at 200 %") << light << u"en"_s << u"small"_s << 200;
}

void TestOpenedPlaces::areToldAndReadAndWhole()
{
    QFETCH(int, choice);
    QFETCH(QString, language);
    QFETCH(QString, screen);
    QFETCH(int, textSize);
    speak(language);
    views::Theme theme;
    theme.setChoice(views::Theme::Choice(choice));
    theme.setTextSize(textSize);
    LiveWindow live(theme, {.fill = fillAll, .screen = screen, .metrics = u"query-range.json"_s});
    QStringList faults;
    QSet<QString> known;
    QSet<QString> lists;
    forEachView(live, [&](const QString &) {
        for (const QAbstractItemView *list : live.window()->findChildren<QAbstractItemView *>())
            lists.insert(list->objectName());
    });
    OpenedPlaces places(live, [&](QWidget &window, const QString &where) {
        QStringList found;
        // Rows of the panels' lists are walked in tst_windowaccess.
        Rows rows = Rows::AtRest;
        for (const QAbstractItemView *list : window.findChildren<QAbstractItemView *>()) {
            if (list->isVisible() && !lists.contains(list->objectName()))
                rows = Rows::InEveryState;
            lists.insert(list->objectName());
        }
        const auto look = [&] {
            found = faultsOf(window, rows, textSize == 100 ? Whole::InEachPart : Whole::InTheWindow);
            return found.isEmpty();
        };
        (void)QTest::qWaitFor(look, 300); // layouts may take several turns
        for (const QString &fault : std::as_const(found)) {
            if (!known.contains(fault))
                faults.append(where + u": "_s + fault);
            known.insert(fault);
        }
    });
    places.walk();
    // On a small screen with large text one page stands behind the other.
    const bool all = textSize == 100;
    for (const char *name : {"actionForm", "changeForm", "pollForm", "decisionsForm", "handoverForm", "reviewForm", "triageForm",
                             "statusForms", "roleEditor", "clockWindowTime", "commandPalette", "entry.completion", "entry.paste",
                             "timeline.find", "timeline.goto", "timeline.details", "messageText"})
        QVERIFY2(places.names().contains(QString::fromLatin1(name)) || !all, name);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestOpenedPlaces::theDrillIsToldAndReadAndWhole_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("language");
    QTest::newRow("light") << int(views::Theme::Choice::Light) << u"en"_s;
    QTest::newRow("dark, longer words") << int(views::Theme::Choice::Dark) << u"de"_s;
    QTest::newRow("high contrast, from right to left") << int(views::Theme::Choice::HighContrast) << u"ar"_s;
}

// The panel that runs a drill, and the guide above quick entry with all it tells.
void TestOpenedPlaces::theDrillIsToldAndReadAndWhole()
{
    QFETCH(int, choice);
    QFETCH(QString, language);
    speak(language);
    QTemporaryDir home;
    for (const auto &[variable, folder] :
         {std::pair{"XDG_DATA_HOME", "data"}, std::pair{"XDG_CONFIG_HOME", "config"}, std::pair{"XDG_STATE_HOME", "state"}})
        qputenv(variable, home.filePath(QString::fromLatin1(folder)).toLocal8Bit());
    window::WindowOptions options;
    options.drill = u"five-minutes"_s;
    options.speed = 1;
    window::WindowProgram program(options, window::TestHooks{});
    program.theme().setChoice(views::Theme::Choice(choice));
    program.start();
    QTRY_VERIFY_WITH_TIMEOUT(!program.windows().isEmpty() && program.windows().first()->isFilled(), 60000);
    views::MainWindow &window = program.windows().first()->window();
    QVERIFY(QTest::qWaitForWindowActive(&window, 60000));
    auto *guide = window.findChild<QWidget *>(u"guide"_s);
    QVERIFY(guide);
    QTRY_VERIFY(guide->isVisible());
    QStringList found;
    for (const QString &id : {u"view.perspective.drill"_s, u"panels.show.drill"_s}) {
        window.actions().action(id)->trigger();
        (void)QTest::qWaitFor([&] { return (found = faultsOf(window, Rows::InEveryState, Whole::InEachPart)).isEmpty(); }, 500);
        QVERIFY2(found.isEmpty(), qPrintable(id + u'\n' + found.join(u'\n')));
    }
    QVERIFY(std::any_of(window.docks().panels().begin(), window.docks().panels().end(), [](const views::PanelDescriptor &panel) {
        return panel.id == "drill"_L1 && !panel.widget->visibleRegion().isEmpty();
    }));
}

QTEST_MAIN(TestOpenedPlaces)
#include "tst_openedplaces.moc"
