// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "actions/keyrules.h"
#include "shell/keysheet.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/mnemonics.h"
#include "shell/paneldocks.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStringListModel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace fireline::views;

namespace {

QStringList warnings;
QtMessageHandler before = nullptr;

void watch(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (text.contains(u"Ambiguous"_s) || text.contains(u"no key"_s))
        warnings.append(text);
    before(type, context, text);
}

/// The window with one widget of every class that takes keys, and two panels.
struct Filled
{
    Theme theme;
    TimeDisplay times{QTimeZone::utc()};
    MainWindow window{theme, times};
    QLineEdit *line = new QLineEdit(u"text"_s);
    QPlainTextEdit *text = new QPlainTextEdit(u"text"_s);
    QSpinBox *number = new QSpinBox;
    QComboBox *choice = new QComboBox;
    QListView *list = new QListView;
    QStringListModel rows{{u"one"_s, u"two"_s}};

    Filled()
    {
        auto *centre = new QWidget;
        auto *layout = new QVBoxLayout(centre);
        choice->setEditable(true);
        choice->addItems({u"a"_s, u"b"_s});
        list->setModel(&rows);
        for (QWidget *widget : std::initializer_list<QWidget *>{line, text, number, choice, list})
            layout->addWidget(widget);
        window.setCentre(centre, list, line);
        window.addPanels({panel(u"roles"_s, u"Roles"_s, PanelArea::Left), panel(u"actions"_s, u"Actions"_s, PanelArea::Right)});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    static PanelDescriptor panel(const QString &id, const QString &title, PanelArea area)
    {
        return {id, title, {}, area, {Perspective::Command}, {}, new QLineEdit, nullptr};
    }

    QWidget *focusOf(const QString &name)
    {
        const QHash<QString, QWidget *> all{
            {u"line"_s, line}, {u"text"_s, text}, {u"number"_s, number}, {u"choice"_s, choice}, {u"list"_s, list}};
        return all.value(name);
    }
};

QStringList mnemonicsOf(const QList<QAction *> &actions)
{
    QStringList letters;
    for (const QAction *action : actions) {
        const QKeySequence key = QKeySequence::mnemonic(action->text());
        if (!action->isSeparator() && !key.isEmpty())
            letters.append(key.toString());
    }
    return letters;
}

} // namespace

/// One table makes menus, keys and the key sheet; no key is lost to another.
class TestMenus : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { before = qInstallMessageHandler(watch); }
    void cleanupTestCase() { qInstallMessageHandler(before); }
    void auditsEveryAction();
    void menusHaveLettersOfTheirOwn();
    void mnemonicsAreUnique();
    void forbidsWhatPlatformsNeed_data();
    void forbidsWhatPlatformsNeed();
    void refusesTakenKeys();
    void userKeysGoFirst();
    void letterKeysWorkInListsAndCanBeSwitchedOff();
    void keysArriveInEveryFocus_data();
    void keysArriveInEveryFocus();
    void keysOfWhatCannotBeDoneAreAnswered();
    void movesPanelsByMenu();
    void keySheetIsToldToTheEnd();
    void keySheetIsPrintable();
    void keySheetIsCompleteAndSearchable();
};

void TestMenus::auditsEveryAction()
{
    Filled f;
    const ActionRegistry &actions = f.window.actions();
    QVERIFY(actions.specs().size() > 25);
    QCOMPARE(actions.problems().size(), 0);
    QSet<QString> texts;
    for (const ActionSpec &spec : actions.specs()) {
        const QAction *action = actions.action(spec.id);
        QVERIFY2(!spec.text.isEmpty() && !spec.text.contains(u'&'), qPrintable(spec.id));
        QVERIFY2(!texts.contains(spec.text), qPrintable(spec.text));
        texts.insert(spec.text);
        QVERIFY2(!action->toolTip().isEmpty() && !action->statusTip().isEmpty(), qPrintable(spec.id));
        QVERIFY2(spec.help.endsWith(u'.'), qPrintable(spec.help));
        QVERIFY2(spec.icon.isEmpty() || !action->icon().isNull(), qPrintable(spec.icon));
        QVERIFY2(action->isEnabled() || !actions.whyNot(spec.id).isEmpty(), qPrintable(spec.id));
        for (const QKeySequence &key : action->shortcuts())
            QVERIFY2(forbiddenKey(key).isEmpty(), qPrintable(key.toString()));
    }
    QCOMPARE(warnings, QStringList());
}

void TestMenus::menusHaveLettersOfTheirOwn()
{
    Filled f;
    QStringList top = mnemonicsOf(f.window.menuBar()->actions());
    QCOMPARE(top.size(), 7);
    QCOMPARE(top.removeDuplicates(), 0);
    for (const QMenu *menu : f.window.findChildren<QMenu *>()) {
        if (!menu->objectName().startsWith(u"menu."_s))
            continue;
        QStringList letters = mnemonicsOf(menu->actions());
        QVERIFY2(letters.removeDuplicates() == 0, qPrintable(menu->objectName()));
    }
    // Alt+P opens Panels, and what is empty is not there.
    QTest::keyClick(&f.window, Qt::Key_P, Qt::AltModifier);
    auto *panels = f.window.findChild<QMenu *>(u"menu.panels"_s);
    QTRY_VERIFY(panels->isVisible());
    panels->close();
    QVERIFY(!f.window.findChild<QMenu *>(u"menu.drill"_s)->menuAction()->isVisible());
}

void TestMenus::mnemonicsAreUnique()
{
    QCOMPARE(withMnemonics({u"Save"_s, u"Save as"_s, u"Sa"_s, u"a"_s}),
             QStringList({u"&Save"_s, u"Save &as"_s, u"Sa"_s, u"a"_s}));
    QCOMPARE(withMnemonics({u"Questions & answers"_s}), QStringList({u"&Questions && answers"_s}));
    QCOMPARE(withMnemonics({u"…"_s}), QStringList({u"…"_s}));
}

void TestMenus::forbidsWhatPlatformsNeed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("forbidden");
    for (const char *key : {"Ctrl+Alt+K",   "Ctrl+Alt+Shift+F5", "Ctrl+E",  "Ctrl+U", "Ctrl+A", "Ctrl+Space",
                            "Ctrl+Shift+U", "Ctrl+Shift+E",      "Ctrl+.",  "Ctrl+;", "Ctrl+/", "Ctrl+`",
                            "Alt+F",        "Ctrl+F1",           "Ctrl+F4", "Alt+F1", "Alt+F2", "F10",
                            "Shift+F10",    "Ctrl+K, Ctrl+E"})
        QTest::newRow(key) << QString::fromLatin1(key) << true;
    for (const char *key : {"Ctrl+K", "Ctrl+Shift+A", "F1", "Alt+Up", "Ctrl+,", "Ctrl+Return", "Shift+F6", "Y", "Ctrl+F5"})
        QTest::newRow(key) << QString::fromLatin1(key) << false;
}

void TestMenus::forbidsWhatPlatformsNeed()
{
    QFETCH(QString, key);
    QFETCH(bool, forbidden);
    QCOMPARE(!forbiddenKey(QKeySequence(key, QKeySequence::PortableText)).isEmpty(), forbidden);
}

void TestMenus::refusesTakenKeys()
{
    QWidget window;
    auto *list = new QListView(&window);
    auto *other = new QListView(&window);
    ActionRegistry registry(&window);
    const auto add = [&](const QString &id, const QString &key, QWidget *scope) {
        const qsizetype had = registry.problems().size();
        registry.add({id, id, u"Help."_s, {}, {}, {QKeySequence(key)}, scope}, [] {});
        return registry.problems().size() == had;
    };
    QVERIFY(add(u"a"_s, u"Ctrl+G"_s, nullptr));
    QVERIFY(!add(u"b"_s, u"Ctrl+G"_s, nullptr));
    QVERIFY(!add(u"c"_s, u"Ctrl+G"_s, list));
    QVERIFY(registry.action(u"c"_s)->shortcuts().isEmpty());
    QVERIFY(registry.problems().last().reason.contains(u"“a”"_s));
    QVERIFY(add(u"d"_s, u"X"_s, list));
    QVERIFY(add(u"e"_s, u"X"_s, other));
    QVERIFY(!add(u"f"_s, u"X"_s, nullptr));
    QVERIFY(!add(u"g"_s, u"Return"_s, nullptr));
    QVERIFY(add(u"h"_s, u"Ctrl+3"_s, nullptr));
    QVERIFY(!add(u"i"_s, u"Ctrl+Shift+3"_s, nullptr));
    QVERIFY(add(u"j"_s, u"Ctrl+Shift+4"_s, nullptr));
    QVERIFY(!add(u"k"_s, u"Ctrl+G, Ctrl+T"_s, nullptr));
    warnings.clear();
}

void TestMenus::userKeysGoFirst()
{
    Filled f;
    ActionRegistry &actions = f.window.actions();
    QSignalSpy changed(&actions, &ActionRegistry::keysChanged);
    actions.setUserKeys(
        {{u"view.utc"_s, {u"F9"_s}}, {u"help.keys"_s, {}}, {u"panels.reset"_s, {u"Ctrl+Alt+R"_s}}, {u"later"_s, {u"F11"_s}}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(actions.action(u"view.utc"_s)->shortcut(), QKeySequence(u"F9"_s));
    QVERIFY(actions.action(u"help.keys"_s)->shortcuts().isEmpty());
    QVERIFY(actions.action(u"panels.toggleLeft"_s)->shortcuts().isEmpty());
    QVERIFY(actions.action(u"panels.reset"_s)->shortcuts().isEmpty());
    QCOMPARE(actions.problems().size(), 2);
    f.line->setFocus();
    QTest::keySequence(f.line, QKeySequence(u"F9"_s));
    QVERIFY(!f.times.isUtc());
    // Also for what is added afterwards.
    actions.add({u"later"_s, u"Later"_s, u"Help."_s, {}, {}}, [] {});
    QCOMPARE(actions.action(u"later"_s)->shortcut(), QKeySequence(u"F11"_s));
    QVERIFY(actions.action(u"view.fullScreen"_s)->shortcuts().isEmpty());
    actions.setUserKeys({});
    QCOMPARE(actions.action(u"help.keys"_s)->shortcut(), QKeySequence(u"F1"_s));
    QCOMPARE(actions.problems().size(), 0);
    warnings.clear();
}

void TestMenus::letterKeysWorkInListsAndCanBeSwitchedOff()
{
    Filled f;
    ActionRegistry &actions = f.window.actions();
    int runs = 0;
    actions.add({u"list.done"_s, u"Done"_s, u"Help."_s, {}, {}, {QKeySequence(u"X"_s)}, f.list}, [&] { ++runs; });
    f.list->setFocus();
    QTest::keyClick(f.list, Qt::Key_X);
    QCOMPARE(runs, 1);
    f.line->setFocus();
    QTest::keyClick(f.line, Qt::Key_X);
    QCOMPARE(f.line->text(), u"textx"_s);
    QCOMPARE(runs, 1);
    actions.setLetterKeys(false);
    f.list->setFocus();
    QTest::keyClick(f.list, Qt::Key_X);
    QCOMPARE(runs, 1);
    QVERIFY(actions.action(u"list.done"_s)->shortcuts().isEmpty());
    actions.setLetterKeys(true);
    QTest::keyClick(f.list, Qt::Key_X);
    QCOMPARE(runs, 2);
}

void TestMenus::keysArriveInEveryFocus_data()
{
    QTest::addColumn<QString>("focus");
    for (const char *name : {"line", "text", "number", "choice", "list"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// Every line of the keyboard map (ux 2.6), whoever registers it later, in every kind of widget.
void TestMenus::keysArriveInEveryFocus()
{
    QFETCH(QString, focus);
    Filled f;
    ActionRegistry &actions = f.window.actions();
    QStringList ran;
    const QStringList map{u"Ctrl+L"_s,       u"Ctrl+J"_s,       u"Ctrl+Shift+J"_s, u"Ctrl+Shift+L"_s, u"Ctrl+Shift+T"_s,
                          u"Ctrl+Shift+B"_s, u"Ctrl+G"_s,       u"Ctrl+F"_s,       u"F3"_s,           u"Shift+F3"_s,
                          u"Ctrl+Shift+F"_s, u"Ctrl+N"_s,       u"Ctrl+O"_s,       u"Ctrl+W"_s,       u"Ctrl+Q"_s,
                          u"Ctrl+P"_s,       u"Ctrl+,"_s,       u"Ctrl+S"_s,       u"Ctrl+Shift+S"_s, u"F2"_s,
                          u"F5"_s,           u"F8"_s,           u"Ctrl+Shift+A"_s, u"Ctrl+Shift+D"_s, u"Ctrl+Shift+H"_s,
                          u"Ctrl+Shift+O"_s, u"Ctrl+Shift+R"_s, u"Ctrl+Shift+I"_s, u"Ctrl+Shift+G"_s, u"Ctrl+Shift+M"_s};
    for (const QString &key : map)
        actions.add({u"map."_s + key, key, u"Help."_s, {}, {}, {QKeySequence(key)}}, [&ran, key] { ran.append(key); });
    QCOMPARE(actions.problems().size(), 0);
    QSignalSpy triggered(&actions, &ActionRegistry::triggered);
    QWidget *widget = f.focusOf(focus);
    for (const ActionSpec &spec : actions.specs()) {
        if (!actions.whyNot(spec.id).isEmpty())
            continue;
        for (const QKeySequence &key : actions.action(spec.id)->shortcuts()) {
            f.window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&f.window));
            widget->setFocus();
            triggered.clear();
            QTest::keySequence(widget, key);
            QVERIFY2(triggered.size() == 1, qPrintable(key.toString()));
            QCOMPARE(triggered.first().first().toString(), spec.id);
            for (QWidget *top : QApplication::topLevelWidgets()) {
                if (top != &f.window && top->isVisible())
                    top->close();
            }
        }
    }
    QCOMPARE(ran, map);
    QCOMPARE(warnings, QStringList());
}

void TestMenus::keysOfWhatCannotBeDoneAreAnswered()
{
    Filled f;
    QString reason = u"Only the commander can close it."_s;
    int runs = 0;
    f.window.actions().add(
        {u"incident.close"_s, u"Close the incident"_s, u"Help."_s, {}, {}, {QKeySequence(u"Ctrl+Shift+X"_s)}}, [&] { ++runs; },
        [&] { return reason; });
    f.line->setFocus();
    QTest::keySequence(f.line, QKeySequence(u"Ctrl+Shift+X"_s));
    QTest::keySequence(f.line, QKeySequence(u"Ctrl+Shift+X"_s));
    QCOMPARE(f.window.messages().count(), 1);
    QCOMPARE(f.window.messages().messages().first().text, reason);
    QCOMPARE(f.line->text(), u"text"_s);
    QVERIFY(f.line->hasFocus());
    // It has become possible, and nobody has asked since.
    reason.clear();
    QTest::keySequence(f.line, QKeySequence(u"Ctrl+Shift+X"_s));
    QCOMPARE(runs, 1);
}

void TestMenus::movesPanelsByMenu()
{
    Filled f;
    ActionRegistry &actions = f.window.actions();
    QVERIFY(!actions.action(u"panels.left.roles"_s)->isEnabled());
    QCOMPARE(actions.action(u"panels.left.roles"_s)->toolTip(), u"The panel is there already."_s);
    actions.action(u"panels.right.roles"_s)->trigger();
    QCOMPARE(f.window.docks().place(u"roles"_s).area, PanelArea::Right);
    actions.action(u"panels.hide.roles"_s)->trigger();
    QVERIFY(!f.window.docks().place(u"roles"_s).shown);
    actions.action(u"panels.show.roles"_s)->trigger();
    QVERIFY(f.window.docks().place(u"roles"_s).shown);
    actions.action(u"panels.reset"_s)->trigger();
    QCOMPARE(f.window.docks().place(u"roles"_s).area, PanelArea::Left);
    f.window.findChild<QToolButton *>(u"panelMenu.roles"_s)->click();
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 8); // six places, and how large it is
    menu->close();
}

void TestMenus::keySheetIsToldToTheEnd()
{
    Filled f;
    QTest::keySequence(f.line, QKeySequence(u"F1"_s));
    auto *sheet = f.window.findChild<KeySheet *>();
    auto *list = sheet->findChild<QTreeWidget *>();
    for (const int width : {700, 1000}) {
        sheet->resize(width, 500);
        const auto cutOff = [&] {
            QStringList faults;
            for (int i = 0; i < list->topLevelItemCount(); ++i) {
                const QTreeWidgetItem *line = list->topLevelItem(i);
                const QRect cell = list->visualItemRect(line);
                const QRect needed = list->fontMetrics().boundingRect(QRect(0, 0, list->columnWidth(2) - 8, 9999),
                                                                      Qt::TextWordWrap, line->text(2));
                if (cell.height() < needed.height())
                    faults.append(line->text(2));
            }
            return faults;
        };
        QTRY_VERIFY2(cutOff().isEmpty(), qPrintable(cutOff().join(u'\n')));
        QVERIFY(!list->horizontalScrollBar()->isVisible());
    }
}

void TestMenus::keySheetIsPrintable()
{
    Filled f;
    const QString html = keySheetHtml(f.window.actions());
    for (const ActionSpec &spec : f.window.actions().specs()) {
        if (!f.window.actions().action(spec.id)->shortcuts().isEmpty())
            QVERIFY2(html.contains(spec.help.toHtmlEscaped()), qPrintable(spec.id));
    }
    QTemporaryDir folder;
    QVERIFY(writeKeySheet(f.window.actions(), folder.filePath(u"keys.pdf"_s)));
    QFile file(folder.filePath(u"keys.pdf"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    QVERIFY(!writeKeySheet(f.window.actions(), folder.filePath(u"not/there/keys.pdf"_s)));
}

void TestMenus::keySheetIsCompleteAndSearchable()
{
    Filled f;
    QTest::keySequence(f.line, QKeySequence(u"F1"_s));
    auto *sheet = f.window.findChild<KeySheet *>();
    QVERIFY(sheet && sheet->isVisible());
    const auto *list = sheet->findChild<QTreeWidget *>();
    int withKeys = 0;
    const QString text = keySheetText(f.window.actions());
    for (const ActionSpec &spec : f.window.actions().specs()) {
        const QAction *action = f.window.actions().action(spec.id);
        withKeys += action->shortcuts().isEmpty() ? 0 : 1;
        QCOMPARE(text.contains(spec.text + u'\n'), !action->shortcuts().isEmpty());
    }
    QCOMPARE(list->topLevelItemCount(), withKeys);
    QTest::keyClicks(sheet->findChild<QLineEdit *>(), u"larger text"_s);
    int shown = 0;
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        shown += list->topLevelItem(i)->isHidden() ? 0 : 1;
    QCOMPARE(shown, 1);
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
}

QTEST_MAIN(TestMenus)
#include "tst_menus.moc"
