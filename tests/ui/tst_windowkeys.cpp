// SPDX-License-Identifier: GPL-3.0-or-later
#include "actioncatcher.h"
#include "livewindow.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "sqlite/sqlitejournal.h"
#include "strip/strip.h"
#include "triage/triageroles.h"
#include "windowchecks.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHash>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

namespace {

QStringList ambiguous; // what Qt says where two actions have one key

void listen(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (message.contains("Ambiguous"_L1))
        ambiguous.append(message);
    fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

} // namespace

/// Every key of the map does what it says, wherever the focus is, and none is taken from the platform (ux 2.6; 5.2, items 1, 2).
class TestWindowKeys : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qInstallMessageHandler(listen); }
    void everyActionIsComplete();
    void noKeyIsForbiddenOrTaken();
    void everyKeyArrives();
    void textUndoBelongsToTheField();
    void theMapIsThere();
    void listsHaveTheirKeys();
    void panelsHaveTheirKeys();
    void thePlatformsKeysOpenMenus();
    void lettersCanBeSwitchedOff();
    void keysWithNothingToDoAreAnswered_data();
    void keysWithNothingToDoAreAnswered();

private:
    views::Theme m_theme;
};

void TestWindowKeys::everyActionIsComplete()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    QStringList faults;
    QSet<QString> texts;
    for (const views::ActionSpec &spec : live.incident().window().actions().specs()) {
        const QAction *action = live.incident().window().actions().action(spec.id);
        if (spec.text.isEmpty() || spec.help.isEmpty() || action->toolTip().isEmpty() || action->statusTip().isEmpty())
            faults.append(spec.id + u" lacks a text, help, tooltip or status tip"_s);
        if (texts.contains(spec.text))
            faults.append(spec.id + u" has the text of another: "_s + spec.text);
        texts.insert(spec.text);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY(texts.size() >= 30);
}

void TestWindowKeys::noKeyIsForbiddenOrTaken()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    const QStringList never{u"Ctrl+E"_s,  u"Ctrl+U"_s,  u"Ctrl+A"_s,  u"Ctrl+Space"_s, u"Ctrl+Shift+U"_s, u"Ctrl+Shift+E"_s,
                            u"Ctrl+."_s,  u"Ctrl+;"_s,  u"Ctrl+/"_s,  u"Ctrl+`"_s,     u"Alt+F1"_s,       u"Alt+F2"_s,
                            u"Ctrl+F1"_s, u"Ctrl+F2"_s, u"Ctrl+F3"_s, u"Ctrl+F4"_s};
    QMap<QString, QList<QPair<QString, const QWidget *>>> taken;
    for (const views::ActionSpec &spec : live.incident().window().actions().specs()) {
        for (const QKeySequence &keys : spec.keys) {
            const QString text = keys.toString(QKeySequence::PortableText);
            QVERIFY2(!never.contains(text) && !text.contains("Ctrl+Alt"_L1), qPrintable(spec.id + u' ' + text));
            static const QRegularExpression altLetter(u"^Alt\\+[A-Z]$"_s);
            QVERIFY2(!altLetter.match(text).hasMatch(), qPrintable(spec.id + u' ' + text));
            // A key of one panel may be another's too, and it may be nobody's that works everywhere: Qt would do neither.
            for (const auto &[id, scope] : std::as_const(taken)[text]) {
                const bool both = !scope || !spec.scope || scope == spec.scope || scope->isAncestorOf(spec.scope)
                                  || spec.scope->isAncestorOf(scope);
                QVERIFY2(!both, qPrintable(u"%1 is taken by %2 and %3"_s.arg(text, id, spec.id)));
            }
            taken[text].append({spec.id, spec.scope});
        }
    }
}

void TestWindowKeys::everyKeyArrives()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    views::ActionRegistry &registry = live.incident().window().actions();
    live.quickEntry()->setFocus();
    QStringList faults;
    QList<QPointer<QWidget>> places{live.quickEntry()};
    for (const TabStop &stop : tabWalk(live.window(), false, 60, &faults))
        places.append(stop.widget);
    ActionCatcher catcher(registry);
    QSet<QByteArray> kinds;
    int pressed = 0;
    for (const QPointer<QWidget> &place : places) {
        // One of each kind of widget is enough.
        if (!place || kinds.contains(place->metaObject()->className()))
            continue;
        kinds.insert(place->metaObject()->className());
        for (const views::ActionSpec &spec : registry.specs()) {
            for (const QKeySequence &keys : spec.keys) {
                if (spec.scope && spec.scope != place && !spec.scope->isAncestorOf(place))
                    continue;
                // A line of text keeps its own undo; quick entry gives it up when it is empty.
                const bool isUndo = keys == QKeySequence(u"Ctrl+Z"_s) || keys == QKeySequence(u"Ctrl+Shift+Z"_s);
                if (isUndo && place->inherits("QLineEdit"))
                    continue;
                place->setFocus();
                QTest::keySequence(place, keys);
                ++pressed;
                if (const QString caught = catcher.caught(); caught != spec.id)
                    faults.append(u"%1 (%2) reaches \"%3\" from %4"_s.arg(keys.toString(), spec.id, caught, placeOf(place)));
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY2(ambiguous.isEmpty(), qPrintable(ambiguous.join(u'\n')));
    QVERIFY(pressed > 100);
}

void TestWindowKeys::textUndoBelongsToTheField()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    live.quickEntry()->setFocus();
    ActionCatcher catcher(live.incident().window().actions());
    typeText(u"abc"_s);
    QTest::keySequence(live.quickEntry(), QKeySequence(u"Ctrl+Z"_s));
    QCOMPARE(catcher.caught(), QString());
}

namespace {

/// The whole map of ux 2.6, as it stands there: what each key does wherever the keyboard is. Not made from the registry: it is
/// what the registry is held to.
const QList<QPair<const char *, const char *>> mapOfKeys{
    {"Ctrl+K", "window.palette"},
    {"Ctrl+Shift+P", "window.palette"},
    {"Ctrl+L", "entry.focus"},
    {"F6", "window.nextRegion"},
    {"Shift+F6", "window.previousRegion"},
    {"Ctrl+1", "view.perspective.command"},
    {"Ctrl+2", "view.perspective.scribe"},
    {"Ctrl+3", "view.perspective.comms"},
    {"Ctrl+4", "view.perspective.observer"},
    {"Ctrl+5", "view.perspective.drill"},
    {"Ctrl+&", "view.perspective.command"},
    {"Ctrl+\u00e9", "view.perspective.scribe"},
    {"Ctrl+\"", "view.perspective.comms"},
    {"Ctrl+'", "view.perspective.observer"},
    {"Ctrl+(", "view.perspective.drill"},
    {"Ctrl+J", "alerts.goto"},
    {"Ctrl+Shift+J", "alerts.acknowledge"},
    {"Ctrl+Shift+L", "entry.severity"},
    {"Ctrl+Shift+W", "entry.saidBy"}, // beside the map: whose word it is
    {"Ctrl+Shift+T", "handover.begin"},
    {"Ctrl+Shift+B", "roles.checkIn"},
    {"Ctrl+Shift+A", "orders.newAction"},
    {"Ctrl+Shift+D", "decisions.decision"},
    {"Ctrl+Shift+H", "decisions.hypothesis"},
    {"Ctrl+Shift+O", "orders.newPoll"},
    {"Ctrl+Shift+R", "status.write"},
    {"Ctrl+Shift+I", "handover.report"},
    {"Ctrl+Shift+G", "escalation.next"},
    {"Ctrl+Shift+M", "metrics.snapshot"},
    {"Ctrl+T", "view.utc"},
    {"Ctrl+G", "timeline.gotoTime"},
    {"Ctrl+F", "timeline.find"},
    {"F3", "timeline.findNext"},
    {"Shift+F3", "timeline.findPrevious"},
    {"Ctrl+Shift+F", "timeline.filter"},
    {"Ctrl+Z", "entry.undo"},
    {"Ctrl+Shift+Z", "entry.redo"},
    {"Ctrl+N", "file.new"},
    {"Ctrl+O", "file.open"},
    {"Ctrl+W", "file.close"},
    {"Ctrl+Q", "file.quit"},
    {"Ctrl+P", "file.print"},
    {"Ctrl+,", "file.settings"},
    {"Ctrl+S", "file.saved"},
    {"Ctrl+Shift+S", "file.saveCopy"},
    {"F1", "help.keys"},
    {"F2", "entry.edit"},
    {"F5", "file.sync"},
    {"F7", "panels.show.metrics"}, // beside the map: what is off at first is one key away
    {"F8", "alerts.mute"},
    {"F11", "view.fullScreen"},
    {"Ctrl+=", "view.larger"},
    {"Ctrl+-", "view.smaller"},
    {"Ctrl+0", "view.normalSize"},
    {"F9", "panels.toggleLeft"},
    {"Shift+F9", "panels.toggleRight"},
};

/// Letters and other keys of one list; none of them works while something is typed.
struct ListKey
{
    const char *list;
    const char *key;
    const char *id;
};
const QList<ListKey> keysOfLists{
    {"timeline.list", "E", "timeline.correct"},
    {"timeline.list", "P", "timeline.pin"},
    {"timeline.list", "R", "timeline.link"},
    {"timeline.list", "Del", "timeline.retract"},
    {"timeline.list", "Space", "timeline.details"},
    {"ordersTable", "Y", "orders.yes"},
    {"ordersTable", "X", "orders.done"},
    {"ordersTable", "F", "orders.no"},
    {"ordersTable", "+", "orders.extend"},
    {"ordersTable", "Del", "orders.cancel"},
    {"ordersTable", "B", "orders.breach"},
    {"checklistTree", "Alt+Down", "checklist.nextStep"},
    {"checklistTree", "Alt+Up", "checklist.previousStep"},
};

/// What a person can have the keyboard in: one of each kind (ux 2.6).
QList<QPair<QString, QWidget *>> focusClasses(LiveWindow &live)
{
    auto *scratch = new QWidget(live.window());
    auto *column = new QVBoxLayout(scratch);
    QList<QPair<QString, QWidget *>> all{{u"quick entry"_s, live.quickEntry()}};
    const auto add = [&](const QString &name, QWidget *widget) {
        column->addWidget(widget);
        all.append({name, widget});
    };
    add(u"a line"_s, new QLineEdit);
    add(u"several lines"_s, new QPlainTextEdit);
    add(u"a number"_s, new QSpinBox);
    auto *combo = new QComboBox;
    combo->setEditable(true);
    add(u"a choice that can be typed"_s, combo);
    auto *list = new QListWidget;
    list->addItems({u"one"_s, u"two"_s});
    add(u"a list"_s, list);
    scratch->move(0, 0);
    scratch->adjustSize();
    scratch->show();
    return all;
}

} // namespace

void TestWindowKeys::theMapIsThere()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    auto &registry = live.incident().window().actions();
    ActionCatcher catcher(registry);
    QStringList faults;
    for (const auto &[name, place] : focusClasses(live)) {
        for (const auto &[key, id] : mapOfKeys) {
            const QKeySequence keys(QString::fromUtf8(key));
            // What is typed is taken back letter by letter first; an empty quick entry gives its undo up.
            const bool isUndo = QByteArray(id) == "entry.undo" || QByteArray(id) == "entry.redo";
            if (isUndo && place != live.quickEntry() && name != "a list"_L1)
                continue;
            place->setFocus();
            QTest::keySequence(QApplication::focusWidget(), keys);
            if (const QString caught = catcher.caught(); caught != QLatin1String(id))
                faults.append(u"%1 in %2 reaches \"%3\" instead of %4"_s.arg(QString::fromUtf8(key), name, caught,
                                                                             QString::fromLatin1(id)));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestWindowKeys::listsHaveTheirKeys()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    ActionCatcher catcher(live.incident().window().actions());
    QStringList faults;
    for (const ListKey &each : keysOfLists) {
        auto *list = live.window()->findChild<QWidget *>(QString::fromLatin1(each.list));
        QVERIFY2(list, each.list);
        list->setFocus();
        QTest::keySequence(list, QKeySequence(QString::fromLatin1(each.key)));
        if (const QString caught = catcher.caught(); caught != QLatin1String(each.id))
            faults.append(
                u"%1 reaches \"%2\" instead of %3"_s.arg(QString::fromLatin1(each.key), caught, QString::fromLatin1(each.id)));
        // The same key types in quick entry, or does what a field does with it.
        live.quickEntry()->setFocus();
        QTest::keySequence(live.quickEntry(), QKeySequence(QString::fromLatin1(each.key)));
        if (const QString caught = catcher.caught(); !caught.isEmpty())
            faults.append(u"%1 in quick entry reaches \"%2\""_s.arg(QString::fromLatin1(each.key), caught));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

namespace {

/// Where the keyboard can be for that scope: itself, or the first in it. A list before a field, which types letters.
QWidget *placeIn(QWidget &scope)
{
    QList<QWidget *> inside = scope.findChildren<QWidget *>();
    inside.prepend(&scope);
    QWidget *found = nullptr;
    for (QWidget *one : std::as_const(inside)) {
        if (!one->isVisible() || !one->isEnabled() || !(one->focusPolicy() & Qt::TabFocus) || one->focusProxy())
            continue;
        if (qobject_cast<QAbstractItemView *>(one) || one == &scope)
            return one;
        found = found ? found : one;
    }
    return found;
}

/// Some stand on a page that is opened from the panel's list.
void openFor(QWidget &scope, QWidget &panel)
{
    for (QTabBar *pages : panel.findChildren<QTabBar *>()) {
        for (int page = 0; page < pages->count() && !placeIn(scope); ++page) {
            pages->setCurrentIndex(page);
            QCoreApplication::sendPostedEvents();
        }
    }
    for (QAbstractItemView *list : panel.findChildren<QAbstractItemView *>()) {
        if (placeIn(scope))
            return;
        if (!list->isVisible() || !list->model() || list->model()->rowCount() == 0)
            continue;
        // Not each row opens one.
        for (int row = 0; row < list->model()->rowCount() && row < 12 && list->isVisible() && !placeIn(scope); ++row) {
            list->setFocus();
            list->setCurrentIndex(list->model()->index(row, 0));
            QTest::keyClick(list, Qt::Key_Return);
            QCoreApplication::sendPostedEvents();
        }
    }
}

} // namespace

// Every key that works in one panel alone, pressed there: in the list it is for, and wherever else the keyboard can be in it.
void TestWindowKeys::panelsHaveTheirKeys()
{
    LiveWindow live(m_theme, {.fill = fillAll, .metrics = u"query-range.json"_s});
    views::ActionRegistry &registry = live.incident().window().actions();
    const auto panels = live.incident().window().docks().panels();
    QSet<QString> wanted;
    for (const views::ActionSpec &spec : registry.specs()) {
        if (spec.scope && !spec.keys.isEmpty())
            wanted.insert(spec.id);
    }
    QVERIFY(wanted.size() > 40);
    QStringList faults;
    QSet<QString> reached;
    for (const views::PanelDescriptor &panel : panels) {
        registry.action(u"panels.show."_s + panel.id)->trigger();
        QCoreApplication::sendPostedEvents();
        QList<views::ActionSpec> here;
        for (const views::ActionSpec &spec : registry.specs()) {
            if (wanted.contains(spec.id) && (spec.scope == panel.widget || panel.widget->isAncestorOf(spec.scope)))
                here.append(spec);
        }
        for (const views::ActionSpec &spec : std::as_const(here))
            openFor(*spec.scope, *panel.widget);
        ActionCatcher catcher(registry);
        for (const views::ActionSpec &spec : std::as_const(here)) {
            openFor(*spec.scope, *panel.widget); // the page of another may have hidden it
            QWidget *at = placeIn(*spec.scope);
            if (!at) {
                faults.append(u"the keyboard does not come to where %1 works"_s.arg(spec.id));
                continue;
            }
            for (const QKeySequence &keys : spec.keys) {
                at->setFocus();
                QTest::keySequence(at, keys);
                if (const QString caught = catcher.caught(); caught != spec.id)
                    faults.append(u"%1 in %2 reaches \"%3\" instead of %4"_s.arg(keys.toString(), placeOf(at), caught, spec.id));
                reached.insert(spec.id);
            }
        }
    }
    if (!faults.isEmpty())
        fprintf(stderr, "%s\n", qPrintable(faults.join(u'\n')));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY2(ambiguous.isEmpty(), qPrintable(ambiguous.join(u'\n')));
    // Those of the timeline are in no dock: listsHaveTheirKeys presses them.
    for (const QString &id : wanted - reached)
        QVERIFY2(id.startsWith("timeline."_L1) || id.startsWith("entry."_L1) || id.startsWith("message."_L1), qPrintable(id));
}

void TestWindowKeys::thePlatformsKeysOpenMenus()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    live.quickEntry()->setFocus();
    QTest::keyClick(live.window()->windowHandle(), Qt::Key_F10);
    QTRY_VERIFY(live.incident().window().menuBar()->activeAction());
    QTest::keyClick(QApplication::activePopupWidget() ? QApplication::activePopupWidget() : live.window(), Qt::Key_Escape);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    auto *list = live.window()->findChild<QAbstractItemView *>(u"ordersTable"_s);
    QVERIFY(list);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    // What Shift+F10 and the menu key become is the platform's.
    const QPoint at = list->visualRect(list->currentIndex()).center();
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, at, list->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(list, &menu);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
    QVERIFY(!qobject_cast<QMenu *>(QApplication::activePopupWidget())->actions().isEmpty());
    QApplication::activePopupWidget()->close();
}

void TestWindowKeys::lettersCanBeSwitchedOff()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    live.incident().window().actions().setLetterKeys(false);
    ActionCatcher catcher(live.incident().window().actions());
    auto *list = live.window()->findChild<QWidget *>(u"timeline.list"_s);
    list->setFocus();
    for (const char *key : {"E", "P", "R"}) {
        QTest::keySequence(list, QKeySequence(QString::fromLatin1(key)));
        QCOMPARE(catcher.caught(), QString());
    }
}

void TestWindowKeys::keysWithNothingToDoAreAnswered_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("answer");
    QTest::newRow("saved") << u"Ctrl+S"_s << u"already saved"_s;
    QTest::newRow("exchange") << u"F5"_s << u"There is no shared server"_s;
    QTest::newRow("edit without a row") << u"F2"_s << u"No row of the timeline is chosen"_s;
}

void TestWindowKeys::keysWithNothingToDoAreAnswered()
{
    QFETCH(QString, key);
    QFETCH(QString, answer);
    LiveWindow live(m_theme, LiveWindow::Setup{});
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    live.quickEntry()->setFocus();
    QTest::keySequence(live.quickEntry(), QKeySequence(key));
    const auto messages = live.incident().window().messages().messages();
    QVERIFY(!messages.isEmpty());
    QVERIFY2(messages.last().text.contains(answer), qPrintable(messages.last().text));
}

QTEST_MAIN(TestWindowKeys)
#include "tst_windowkeys.moc"
