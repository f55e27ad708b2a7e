// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "layoutwitness.h"
#include "livewindow.h"
#include "madeincident.h"
#include "openedplaces.h"
#include "paintedtexts.h"
#include "shell/mainwindow.h"
#include "shell/paneldocks.h"
#include "shell/screenroom.h"
#include "windowchecks.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QFocusFrame>
#include <QLabel>
#include <QRegularExpression>
#include <QScreen>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

#include <map>

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
    void theStripKeepsItsFourCells_data();
    void theStripKeepsItsFourCells();
    void rolesAreNamedInFullOnASmallScreen();
    void theStatusLineIsWholeWithVeryLargeText_data();
    void theStatusLineIsWholeWithVeryLargeText();
    void quickEntryComesIntoSightFromEveryPage();
    void whoWroteARowIsNamedInFull();
    void whatSendsAnUpdateStaysInSight();
    void theNextStepStaysBesideALongAlert_data();
    void theNextStepStaysBesideALongAlert();
    void anUpdateIsWrittenInSight_data();
    void anUpdateIsWrittenInSight();
    void nothingIsPlainEnglish();
    void nothingInAFilledIncidentIsPlainEnglish();
    void everythingHasItsPlace_data();
    void everythingHasItsPlace();

private:
    void speak(const QString &language);

    std::map<QString, std::unique_ptr<QTranslator>> m_languages; ///< by the language they are like
    std::unique_ptr<views::Theme> m_theme;
};

void TestWindowLayout::initTestCase()
{
    for (const QString &like : {u"de"_s, u"ar"_s, u"ja"_s})
        m_languages[like] = pseudoLanguage(like);
}

void TestWindowLayout::init()
{
    m_theme = std::make_unique<views::Theme>();
}

void TestWindowLayout::cleanup()
{
    for (const auto &[like, translator] : m_languages)
        QCoreApplication::removeTranslator(translator.get());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    m_theme.reset();
}

void TestWindowLayout::speak(const QString &language)
{
    if (const auto found = m_languages.find(language); found != m_languages.end())
        QCoreApplication::installTranslator(found->second.get());
    QGuiApplication::setLayoutDirection(language == "ar"_L1 ? Qt::RightToLeft : Qt::LeftToRight);
}

void TestWindowLayout::nothingIsCutOff_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    for (const QSize &size : {QSize(1366, 746), QSize(1280, 700)}) {
        for (const char *language : {"en", "de", "ar", "ja"})
            QTest::addRow("%d, %s", size.width(), language) << size << QString::fromLatin1(language);
    }
    for (const char *language : {"en", "de"})
        QTest::addRow("1024, %s", language) << QSize(1024, 678) << QString::fromLatin1(language);
}

void TestWindowLayout::nothingIsCutOff()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    speak(language);
    LiveWindow live(*m_theme, {.fill = fillAll, .size = size, .metrics = u"query-range.json"_s});
    const QStringList faults = inEveryView(live, [](QWidget *window) {
        return clippedTexts(window) + shortenedTexts(window) + overlappingTexts(window) + misplaced(window);
    });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QCOMPARE(live.window()->size(), size);
}

void TestWindowLayout::theStripKeepsItsFourCells_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "de", "ar", "ja"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TestWindowLayout::theStripKeepsItsFourCells()
{
    QFETCH(QString, language);
    speak(language);
    LiveWindow live(*m_theme, {.fill = fillBusy, .size = {1024, 678}});
    QTRY_COMPARE(live.window()->width(), 1024);
    for (const QString &name : {u"stripSeverity"_s, u"stripElapsed"_s, u"stripUpdates"_s, u"stripCommand"_s}) {
        const auto *cell = live.window()->findChild<QWidget *>(name);
        QVERIFY2(cell, qPrintable(name));
        QVERIFY2(cell->isVisible() && cell->visibleRegion().boundingRect() == cell->rect(),
                 qPrintable(name + u" is not whole"_s));
    }
}

// Also while the list of roles scrolls: hours that are fine give way to their names.
void TestWindowLayout::rolesAreNamedInFullOnASmallScreen()
{
    const auto fill = [](MadeIncident &made) {
        for (const QString &line : {u"/claim"_s, u"/action @Bo look at logs +5m"_s, u"/action @Cy call the supplier +5m"_s})
            QVERIFY(made.line(line));
    };
    LiveWindow live(*m_theme, {.process = u"nine-step"_s, .severity = u"P1"_s, .fill = fill, .size = {1024, 678}});
    QTRY_COMPARE(live.window()->width(), 1024);
    const auto *table = live.window()->findChild<QTreeView *>(u"rolesTable"_s);
    QVERIFY(table && table->isVisible());
    const QAbstractItemView *rows = table;
    for (const int column : {0, 1})
        QVERIFY2(table->columnWidth(column) >= rows->sizeHintForColumn(column),
                 qPrintable(u"%1: %2 of %3"_s.arg(column).arg(table->columnWidth(column)).arg(rows->sizeHintForColumn(column))));
}

void TestWindowLayout::theStatusLineIsWholeWithVeryLargeText_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1024") << QSize(1024, 678);
    QTest::newRow("1366") << QSize(1366, 746);
}

// With all that can stand in it: no button is cut, and the alert says what it is about.
void TestWindowLayout::theStatusLineIsWholeWithVeryLargeText()
{
    QFETCH(QSize, size);
    m_theme->setTextSize(200);
    const auto fill = [](MadeIncident &made) { QVERIFY(made.line(u"/claim"_s)); };
    LiveWindow live(*m_theme, {.process = u"nine-step"_s, .severity = u"P1"_s, .fill = fill, .size = size});
    live.incident().window().setAwake(true);
    live.incident().window().actions().action(u"alerts.mute"_s)->trigger();
    const auto *line = live.window()->findChild<QWidget *>(u"statusLine"_s);
    QTRY_VERIFY(line->width() <= size.width());
    const auto faults = [&] {
        QStringList found;
        for (const QWidget *part : line->findChildren<QWidget *>()) {
            const bool isWhole = part->visibleRegion().boundingRect() == part->rect()
                                 && part->width() >= part->sizeHint().width();
            if (part->isVisible() && (part->inherits("QToolButton") || part->inherits("QLabel"))
                && part->objectName() != "nextStep"_L1 && !isWhole)
                found.append(u"%1: %2 of %3"_s.arg(part->objectName()).arg(part->width()).arg(part->sizeHint().width()));
        }
        return found.join(u'\n');
    };
    QTRY_COMPARE(faults(), QString());
    QString told;
    for (const PaintedText &text : paintedTexts(live.window()->findChild<QWidget *>(u"latestAlertLine"_s)))
        told += text.text;
    QVERIFY2(told.contains(u"Page On"_s) && told.contains(u"– late in 0"_s), qPrintable(told));
}

// With very large text panels are pages beside the timeline: nothing is typed into a line that nobody sees.
void TestWindowLayout::quickEntryComesIntoSightFromEveryPage()
{
    m_theme->setTextSize(200);
    LiveWindow live(*m_theme, {.process = u"nine-step"_s, .severity = u"P1"_s, .screen = u"small"_s});
    QWidget *entry = live.quickEntry();
    for (const char *key : {"Ctrl+L", "Ctrl+J"}) {
        QVERIFY(live.incident().window().docks().focus(u"status"_s));
        QTRY_VERIFY(!entry->isVisible());
        QTest::keySequence(QApplication::focusWidget(), QKeySequence(QString::fromLatin1(key)));
        if (QApplication::focusWidget() != entry)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // the alert's own line
        QTRY_COMPARE(QApplication::focusWidget(), entry);
        QVERIFY2(entry->isVisible() && entry->visibleRegion().boundingRect() == entry->rect(), key);
    }
}

// Where the text has a line of its own there is room beside the name.
void TestWindowLayout::whoWroteARowIsNamedInFull()
{
    const auto fill = [](MadeIncident &made) { QVERIFY(made.line(u"/action @bo look at the logs"_s, u"Josephine"_s)); };
    LiveWindow live(*m_theme, {.fill = fill, .size = {1024, 678}});
    QTRY_COMPARE(live.window()->width(), 1024);
    live.incident().window().setPerspective(views::Perspective::Command);
    QString painted;
    for (const PaintedText &text : paintedTexts(live.window()->findChild<QWidget *>(u"timeline.list"_s)))
        painted += text.text + u'\n';
    QVERIFY2(painted.contains(u"Josephine\n"_s), qPrintable(painted));
}

// Also while nobody writes, and the panel tells what became of the last one.
void TestWindowLayout::whatSendsAnUpdateStaysInSight()
{
    const auto fill = [](MadeIncident &made) { QVERIFY(made.line(u"/claim"_s)); };
    LiveWindow live(*m_theme, {.process = u"severity-ladder"_s, .severity = u"1"_s, .fill = fill, .screen = u"middle"_s});
    views::MainWindow &window = live.incident().window();
    window.setPerspective(views::Perspective::Command);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+Shift+R"_s));
    const auto *forms = window.findChild<QWidget *>(u"statusForms"_s);
    QTRY_VERIFY(forms->isAncestorOf(QApplication::focusWidget()));
    for (int field = 0; field < 12 && forms->isAncestorOf(QApplication::focusWidget()); ++field) {
        typeText(u"looking at it"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    window.actions().refresh();
    window.findChild<QAbstractButton *>(u"statusNext"_s)->click();
    const auto *told = window.findChild<QLabel *>(u"statusNotice"_s);
    QTRY_VERIFY2(told->text().contains(u"Recorded as sent"_s), qPrintable(told->text()));
    live.quickEntry()->setFocus();
    for (const QString &name : {u"statusNext"_s, u"statusRecord"_s, u"statusBy"_s}) {
        const auto *part = window.findChild<QWidget *>(name);
        QTRY_VERIFY2(part->isVisible() && part->visibleRegion().boundingRect() == part->rect(), qPrintable(name));
    }
}

void TestWindowLayout::theNextStepStaysBesideALongAlert_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1024") << QSize(1024, 678);
    QTest::newRow("1366") << QSize(1366, 746);
}

// What is late and what is next are both read, on the smallest screen too, and the line comes to rest at once.
void TestWindowLayout::theNextStepStaysBesideALongAlert()
{
    QFETCH(QSize, size);
    const auto fill = [](MadeIncident &made) {
        const QString what = u"ask everybody in the payments team whether the nightly export may wait until tomorrow morning"_s;
        for (const QString &line : {u"/claim"_s, u"/action @Priya %1 +5m"_s.arg(what)})
            QVERIFY(made.line(line));
    };
    LiveWindow live(*m_theme, {.fill = fill, .later = domain::Span::minutes(7), .size = size});
    auto *status = live.window()->findChild<QWidget *>(u"statusLine"_s);
    const auto painted = [&](const QString &part) {
        QString words; // a letter of another font is a piece of its own
        for (const PaintedText &text : paintedTexts(status)) {
            if (text.painter->objectName() == part && status->rect().contains(text.rect.center().toPoint()))
                words += text.text;
        }
        return words;
    };
    // Several things are late: the one with many words is walked to.
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+J"_s));
    QWidget *alert = QApplication::focusWidget();
    for (int step = 0; step < 9 && !alert->toolTip().startsWith(u"▲ A1: ask"_s); ++step)
        QTest::keyClick(alert, Qt::Key_Down);
    const auto bothAreRead = [&] {
        const QString words = painted(u"latestAlertLine"_s);
        return words.startsWith(u"▲ A1: ask"_s) && words.contains(u"– late 02:"_s)
               && painted(u"nextStep"_s).startsWith(u"Next: Start Zoom"_s);
    };
    QTRY_VERIFY2(bothAreRead(), qPrintable(painted(u"latestAlertLine"_s) + u" | "_s + painted(u"nextStep"_s)));
    LayoutWitness witness;
    status->installEventFilter(&witness);
    for (QWidget *part : status->findChildren<QWidget *>())
        part->installEventFilter(&witness);
    live.window()->resize(size - QSize(10, 0));
    QCoreApplication::sendPostedEvents();
    QVERIFY2(witness.requests <= 6, qPrintable(QString::number(witness.requests)));
    QVERIFY2(bothAreRead(), qPrintable(painted(u"latestAlertLine"_s) + u" | "_s + painted(u"nextStep"_s)));
}

void TestWindowLayout::anUpdateIsWrittenInSight_data()
{
    QTest::addColumn<QString>("screen");
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    for (const char *screen : {"middle", "small"}) {
        QTest::addRow("%s, nine-step", screen) << QString::fromLatin1(screen) << u"nine-step"_s << u"P1"_s;
        QTest::addRow("%s, sre-directorate", screen) << QString::fromLatin1(screen) << u"sre-directorate"_s << u"SEV1"_s;
        QTest::addRow("%s, helpdeskflow", screen) << QString::fromLatin1(screen) << u"helpdeskflow"_s << u"P0"_s;
    }
}

namespace {

/// What of these parts is not whole in sight; the one with the keyboard too.
QStringList cutParts(const QWidget &window, const QStringList &names)
{
    QStringList cut;
    const auto look = [&cut](const QWidget *part, const QString &name) {
        if (!part || !part->isVisible() || part->visibleRegion().boundingRect() != part->rect())
            cut.append(name);
    };
    look(QApplication::focusWidget(), u"the keyboard's "_s + QApplication::focusWidget()->objectName());
    const auto *ring = window.findChild<QFocusFrame *>();
    if (!ring || !ring->isVisible() || ring->widget() != QApplication::focusWidget())
        cut.append(u"the ring of "_s + QApplication::focusWidget()->objectName());
    for (const QString &name : names)
        look(window.findChild<QWidget *>(name), name);
    return cut;
}

} // namespace

// Behind the tabs of the lower dock: the panel above leaves it room while it is written to, and has its own again afterwards.
void TestWindowLayout::anUpdateIsWrittenInSight()
{
    QFETCH(QString, screen);
    QFETCH(QString, process);
    QFETCH(QString, severity);
    LiveWindow live(*m_theme, {.process = process, .severity = severity, .screen = screen});
    views::MainWindow &window = live.incident().window();
    window.setPerspective(views::Perspective::Command);
    const auto *upper = window.findChild<QWidget *>(u"dock.actions"_s);
    QVERIFY(window.docks().focus(u"status"_s));
    live.quickEntry()->setFocus();
    const auto isHalf = [&] { return upper->height() > window.height() / 3; };
    QTRY_VERIFY(isHalf());
    const int chosen = upper->height();
    const int share = window.docks().layout().rightUpperShare;
    const QStringList others{u"statusNext"_s,   u"statusRecord"_s, u"entry.field"_s,  u"stripSeverity"_s,
                             u"stripElapsed"_s, u"stripUpdates"_s, u"stripCommand"_s, u"statusLine"_s};
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+Shift+R"_s));
    const auto *forms = window.findChild<QWidget *>(u"statusForms"_s);
    QTRY_VERIFY(forms->isAncestorOf(QApplication::focusWidget()));
    int fields = 0;
    QStringList cut;
    for (; forms->isAncestorOf(QApplication::focusWidget()); ++fields) {
        QVERIFY2(QTest::qWaitFor([&] { return (cut = cutParts(window, others)).isEmpty(); }, 2000),
                 qPrintable(u"field %1: "_s.arg(fields) + cut.join(u", "_s)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(fields > 1);
    QCOMPARE(window.docks().layout().rightUpperShare, share);
    // Whoever left it as it was is not writing; whoever typed something is, until the keyboard is needed above.
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+L"_s));
    QTRY_COMPARE(upper->height(), chosen);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+Shift+R"_s));
    QTRY_VERIFY(!isHalf());
    typeText(u"the checkout is slow"_s);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+L"_s));
    QTRY_COMPARE(QApplication::focusWidget(), live.quickEntry());
    QCoreApplication::sendPostedEvents();
    QVERIFY(!isHalf());
    QVERIFY(window.docks().focus(u"actions"_s));
    QTRY_COMPARE(upper->height(), chosen);
    QVERIFY(window.docks().focus(u"status"_s));
    QTRY_VERIFY(!isHalf());
    QVERIFY(window.docks().focus(u"decisions"_s));
    QTRY_COMPARE(upper->height(), chosen);
    QVERIFY(window.docks().focus(u"status"_s));
    QTRY_VERIFY(!isHalf());
    window.actions().refresh();
    window.actions().action(u"status.discard"_s)->trigger();
    QTRY_COMPARE(upper->height(), chosen);
    QCOMPARE(window.docks().layout().rightUpperShare, share);
}

namespace {

/// A process whose every text begins with "[" too, so that what is left over is the program's own.
LiveWindow::Setup pseudoSetup(std::function<void(MadeIncident &)> fill)
{
    return {.process = u"pseudo"_s,
            .severity = u"RED"_s,
            .title = u"[Îţ bûŕñš]"_s,
            .configDir = QStringLiteral(FIRELINE_SOURCE_DIR "/tests/ui/pseudo"),
            .fill = std::move(fill)};
}

/// Names of people and keys, words of the grammar, and ids that people know.
const QSet<QString> &knownWords()
{
    static const QSet<QString> known{u"ana"_s,   u"AMB"_s,  u"RED"_s,   u"SEV"_s,    u"UTC"_s,        u"Fireline"_s, u"Ctrl"_s,
                                     u"Shift"_s, u"Alt"_s,  u"Esc"_s,   u"Enter"_s,  u"Tab"_s,        u"Space"_s,    u"Return"_s,
                                     u"Del"_s,   u"Ins"_s,  u"PgUp"_s,  u"PgDown"_s, u"Down"_s,       u"Left"_s,     u"Right"_s,
                                     u"Home"_s,  u"End"_s,  u"Etc"_s,   u"DRILL"_s,  u"PDF"_s,        u"CSV"_s,      u"JSON"_s,
                                     u"EUR"_s,   u"lead"_s, u"voice"_s, u"writer"_s, u"electrician"_s};
    return known;
}

/// What is plain English in a window, in what widgets say and in what delegates and styles paint of their own.
QStringList plainIn(QWidget *window, PlainWord find)
{
    // Quick entry and what it makes of the line are in the words that are typed.
    static const QRegularExpression typed(u"entry\\.(field|preview|paste|completion)|logTable"_s);
    QStringList found = untranslatedTexts(window, knownWords(), find);
    found.removeIf([](const QString &fault) { return fault.contains(typed); });
    for (const PaintedText &text : paintedTexts(window)) {
        if (text.painter && placeOf(text.painter).contains(typed))
            continue;
        if (const QString word = find(text.text, knownWords()); !word.isEmpty())
            found.append(
                u"\"%1\" is painted (%2) in %3"_s.arg(text.text, word, text.painter ? placeOf(text.painter) : QString()));
    }
    return found;
}

} // namespace

void TestWindowLayout::nothingIsPlainEnglish()
{
    speak(u"de"_s);
    LiveWindow live(*m_theme, pseudoSetup([](MadeIncident &) {}));
    const QStringList faults = inEveryView(live, [](QWidget *window) { return plainIn(window, plainWord); });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

// Nor is any part of a text: in rows, and in whatever opens.
void TestWindowLayout::nothingInAFilledIncidentIsPlainEnglish()
{
    speak(u"de"_s);
    LiveWindow::Setup setup = pseudoSetup(fillPseudo);
    setup.later = domain::Span::minutes(20); // what is late is told too
    LiveWindow live(*m_theme, setup);
    QStringList faults = inEveryView(live, [](QWidget *window) { return plainIn(window, plainWordWithin); });
    QSet<QString> known;
    OpenedPlaces places(live, [&](QWidget &window, const QString &where) {
        for (const QString &fault : plainIn(&window, plainWordWithin)) {
            if (!known.contains(fault))
                faults.append(where + u": "_s + fault);
            known.insert(fault);
        }
    });
    places.walk();
    if (!faults.isEmpty())
        fprintf(stderr, "%s\n", qPrintable(faults.join(u'\n'))); // a failure shows its beginning alone
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestWindowLayout::everythingHasItsPlace_data()
{
    QTest::addColumn<QString>("screen");
    QTest::addColumn<int>("textSize");
    for (const char *screen : {"small", "middle", "large"}) {
        for (const int textSize : {80, 100, 125, 150, 200}) {
            QTest::addRow("%s screen at %d %%", screen, textSize) << QString::fromLatin1(screen) << textSize;
        }
    }
}

// On screens of 1024x700, 1366x768 and 1920x1080 (screen.json). Run once for each scale of a screen (QT_SCALE_FACTOR): a larger
// one leaves less room.
void TestWindowLayout::everythingHasItsPlace()
{
    QFETCH(QString, screen);
    QFETCH(int, textSize);
    m_theme->setTextSize(textSize);
    LiveWindow live(*m_theme, {.fill = fillAll, .screen = screen, .metrics = u"query-range.json"_s});
    const QStringList faults = inEveryView(
        live, [](QWidget *window) { return misplaced(window) + overlappingTexts(window) + squeezedLists(window); });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QCOMPARE(live.window()->screen()->name(), screen);
    const QRect room = views::screenRoom(*live.window()->screen(), *live.window());
    QVERIFY2(
        room.contains(live.window()->geometry()),
        qPrintable(
            u"%1x%2 of %3x%4"_s.arg(live.window()->width()).arg(live.window()->height()).arg(room.width()).arg(room.height())));
}

QTEST_MAIN(TestWindowLayout)
#include "tst_windowlayout.moc"
