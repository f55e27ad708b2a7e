// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"

#include <QAction>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace fireline::views;

/// One table of actions: keys work, and what cannot be done says why.
class TestActionRegistry : public QObject
{
    Q_OBJECT
private slots:
    void keyRunsTheHandler();
    void reasonDisablesAndIsShown();
    void manyEventsAskOnce();
    void aKeyFindsWhatStandsNow();
    void typedTextAsksNobody();
    void aKeyHasOneName();
    void aLetterThatDoesNothingIsAnswered();
    void aLetterThatNobodyAnswersIsTheLists();
};

void TestActionRegistry::keyRunsTheHandler()
{
    QWidget window;
    ActionRegistry registry(&window);
    int runs = 0;
    registry.add(
        {u"entry.focus"_s, u"Go to quick entry"_s, u"Type what happened."_s, u"entry"_s, {}, {QKeySequence(u"Ctrl+L"_s)}},
        [&] { ++runs; });
    QSignalSpy triggered(&registry, &ActionRegistry::triggered);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keySequence(&window, QKeySequence(u"Ctrl+L"_s));
    QCOMPARE(runs, 1);
    QCOMPARE(triggered.size(), 1);
}

// A list would look for a row that begins with it, and keep the key.
void TestActionRegistry::aLetterThatDoesNothingIsAnswered()
{
    QWidget window;
    auto *list = new QListWidget(&window);
    list->addItems({u"one"_s, u"yet another"_s});
    ActionRegistry registry(&window);
    QString reason = u"It is not linked."_s;
    int runs = 0;
    registry.add(
        {u"inbox.ack"_s, u"Acknowledge"_s, u"Somebody looks."_s, {}, {}, {QKeySequence(u"Y"_s)}, list}, [&] { ++runs; },
        [&] { return reason; });
    QSignalSpy refused(&registry, &ActionRegistry::keyRefused);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    list->setCurrentRow(0);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Y);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().toString(), u"inbox.ack"_s);
    QCOMPARE(list->currentRow(), 0);
    QCOMPARE(runs, 0);
    QTest::keyClick(list, Qt::Key_Z); // nobody's: the list's own
    reason.clear();
    registry.refresh();
    QTest::keyClick(list, Qt::Key_Y);
    QCOMPARE(runs, 1);
    QCOMPARE(refused.size(), 1);
}

void TestActionRegistry::aLetterThatNobodyAnswersIsTheLists()
{
    QWidget window;
    auto *list = new QListWidget(&window);
    list->addItems({u"one"_s, u"yet another"_s});
    ActionRegistry registry(&window);
    registry.add(
        {u"inbox.ack"_s, u"Acknowledge"_s, u"Somebody looks."_s, {}, {}, {QKeySequence(u"Y"_s)}, list}, [] {},
        [] { return u"It is not linked."_s; });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    list->setCurrentRow(0);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Y);
    QCOMPARE(list->currentRow(), 1);
}

void TestActionRegistry::reasonDisablesAndIsShown()
{
    QWidget window;
    ActionRegistry registry(&window);
    QString reason = u"Nobody has command."_s;
    auto *action = registry.add(
        {u"command.transfer"_s, u"Transfer command…"_s, u"Hands over."_s, {}, {}}, [] {}, [&] { return reason; });
    QVERIFY(!action->isEnabled());
    QCOMPARE(action->toolTip(), reason);
    reason.clear();
    registry.refresh();
    QVERIFY(action->isEnabled());
    QCOMPARE(action->toolTip(), u"Hands over."_s);
}

void TestActionRegistry::manyEventsAskOnce()
{
    QWidget window;
    ActionRegistry registry(&window);
    int asked = 0;
    QString reason = u"Nobody has command."_s;
    auto *action = registry.add(
        {u"command.transfer"_s, u"Transfer command…"_s, u"Hands over."_s, {}, {}}, [] {},
        [&] {
            ++asked;
            return reason;
        });
    asked = 0;
    reason.clear();
    for (int event = 0; event < 20; ++event)
        registry.refreshLater();
    QCOMPARE(asked, 0);
    QTRY_VERIFY(action->isEnabled());
    QCOMPARE(asked, 1);
}

void TestActionRegistry::aKeyFindsWhatStandsNow()
{
    QWidget window;
    ActionRegistry registry(&window);
    int runs = 0;
    QString reason = u"Nobody has command."_s;
    registry.add(
        {u"command.transfer"_s, u"Transfer command…"_s, u"Hands over."_s, {}, {}, {QKeySequence(u"Ctrl+L"_s)}}, [&] { ++runs; },
        [&] { return reason; });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keySequence(&window, QKeySequence(u"Ctrl+L"_s));
    QCOMPARE(runs, 0);
    reason.clear();
    registry.refreshLater();
    QTest::keySequence(&window, QKeySequence(u"Ctrl+L"_s));
    QCOMPARE(runs, 1);
}

void TestActionRegistry::typedTextAsksNobody()
{
    QWidget window;
    QLineEdit field(&window);
    ActionRegistry registry(&window);
    int asked = 0;
    registry.add(
        {u"command.transfer"_s, u"Transfer command…"_s, u"Hands over."_s, {}, {}}, [] {},
        [&] {
            ++asked;
            return QString();
        });
    window.show();
    field.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    asked = 0;
    registry.refreshLater();
    for (const Qt::Key key : {Qt::Key_Y, Qt::Key_Backspace, Qt::Key_X, Qt::Key_Return}) {
        QTest::keyClick(window.windowHandle(), key); // as a keyboard does it: the window hears of it first
    }
    QCOMPARE(field.text(), u"x"_s);
    QCOMPARE(asked, 0);
    QTest::keyClick(&field, Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(asked, 1);
}

namespace {

/// What the window's menus, key sheet and palette call the key that is meant: none of them says "Ctrl+Enter", the keypad's.
QString shownName(const QString &named)
{
    const QKeySequence keys(named, QKeySequence::PortableText);
    const auto key = keys.isEmpty() ? Qt::Key_unknown : keys[0].key();
    if (key == Qt::Key_unknown)
        return {};
    const QKeyCombination meant(keys[0].keyboardModifiers(), key == Qt::Key_Enter ? Qt::Key_Return : key);
    return QKeySequence(meant).toString(QKeySequence::NativeText);
}

} // namespace

// README, drills and the texts of the program name a key as the window shows it.
void TestActionRegistry::aKeyHasOneName()
{
    static const QRegularExpression combination(u"(?<![\\w+])(?:(?:Ctrl|Shift|Alt)\\+)+(?:Page (?:Up|Down)|[A-Za-z0-9]+|,)"_s);
    const QString root = QStringLiteral(FIRELINE_SOURCE_DIR "/");
    QStringList files{root + u"README.md"_s, root + u"CONTRIBUTING.md"_s};
    for (const QString &folder : {u"app"_s, u"models"_s, u"views"_s, u"resources/scenarios"_s}) {
        QDirIterator found(root + folder, {u"*.cpp"_s, u"*.h"_s, u"*.yaml"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext())
            files.append(found.next());
    }
    QStringList faults;
    qsizetype names = 0;
    for (const QString &path : std::as_const(files)) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto match = combination.globalMatch(QString::fromUtf8(file.readAll()));
        while (match.hasNext()) {
            const QString named = match.next().captured();
            ++names;
            if (named != shownName(named))
                faults.append(u"%1: %2"_s.arg(path.mid(root.size()), named));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY(names > 100);
}

QTEST_MAIN(TestActionRegistry)
#include "tst_actionregistry.moc"
