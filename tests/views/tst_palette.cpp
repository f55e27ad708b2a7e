// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "palette/actionprovider.h"
#include "palette/commandpalette.h"
#include "palette/palettemodel.h"
#include "palette/paletteroles.h"

#include "theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace fireline::views;

namespace {

class People : public PaletteProvider
{
public:
    explicit People(QStringList &chosen) : m_chosen(chosen) { }
    QString prefix() const override { return u"@"_s; }
    QString title() const override { return u"People"_s; }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        QList<PaletteItem> items;
        for (const QString &name : {u"Ana"_s, u"Bo"_s}) {
            if (name.contains(pattern, Qt::CaseInsensitive))
                items.append({name, u"on call"_s, {}, {}, {}, [this, name] { m_chosen.append(name); }});
        }
        return items;
    }

private:
    QStringList &m_chosen;
};

struct Open
{
    Theme theme;
    QWidget window;
    ActionRegistry actions{&window};
    QStringList done;
    QStringList chosen;
    QLineEdit *entry = new QLineEdit;
    CommandPalette *palette = nullptr;

    Open()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(entry);
        window.resize(900, 600);
        add(u"window.palette"_s, u"Find a command"_s, u"Ctrl+K"_s);
        add(u"timeline.gotoTime"_s, u"Go to time…"_s, u"Ctrl+G"_s);
        add(u"entry.decision"_s, u"New decision"_s, u"Ctrl+Shift+D"_s);
        actions.add(
            {u"incident.close"_s, u"Close the incident"_s, u"Ends it."_s, {}, {}}, [] {},
            [] { return u"Only the commander can."_s; });
        palette = new CommandPalette(actions, u"window.palette"_s, theme, &window);
        palette->addProvider(std::make_unique<People>(chosen));
        QObject::connect(actions.action(u"window.palette"_s), &QAction::triggered, palette, [this] { palette->open(); });
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        entry->setFocus();
        new QAbstractItemModelTester(model(), QAbstractItemModelTester::FailureReportingMode::Fatal, model());
    }

    void add(const QString &id, const QString &text, const QString &key)
    {
        actions.add({id, text, u"Help."_s, {}, {}, {QKeySequence(key)}}, [this, id] { done.append(id); });
    }
    QAbstractItemModel *model() { return list()->model(); }
    QListView *list() { return palette->findChild<QListView *>(); }
    QLineEdit *field() { return palette->findChild<QLineEdit *>(); }
    QStringList texts()
    {
        QStringList all;
        for (int row = 0; row < model()->rowCount(); ++row)
            all.append(model()->index(row, 0).data().toString());
        return all;
    }
    void type(const QString &text)
    {
        QTest::keySequence(entry, QKeySequence(u"Ctrl+K"_s));
        QTest::keyClicks(field(), text);
    }
};

} // namespace

/// Everything can be found by typing, done by Return, and left by Escape with the keyboard where it was.
class TestPalette : public QObject
{
    Q_OBJECT
private slots:
    void findsACommandByItsOtherNames();
    void whatIsDoneComesBeforeWhatMovesPanels();
    void whatIsCalledSoAndCanBeDoneComesFirst();
    void whatNoKeyTakesBackIsNamedByItsWords();
    void darkFindsTheLook();
    void runsWhatIsFound();
    void marksWhatFits();
    void showsKeysAndReasons();
    void putsTheLastUsedFirst();
    void escapeReturnsTheKeyboard();
    void prefixAsksItsProvider();
    void helpListsPrefixes();
    void saysWhenNothingFits();
    void closesWhenTheFocusGoesElsewhere();
};

void TestPalette::findsACommandByItsOtherNames()
{
    Open o;
    o.add(u"handover.begin"_s, u"Transfer command"_s, u"Ctrl+Shift+T"_s);
    QTest::keySequence(o.entry, QKeySequence(u"Ctrl+K"_s));
    QTest::keyClicks(o.field(), u"hand"_s);
    QCOMPARE(o.model()->index(0, 0).data().toString(), u"Transfer command (hand over command)"_s);
    QTest::keyClick(o.field(), Qt::Key_Return);
    QCOMPARE(o.done.last(), u"handover.begin"_s);
}

void TestPalette::whatIsDoneComesBeforeWhatMovesPanels()
{
    Open o;
    o.add(u"panels.hide.handover"_s, u"Hide Handover"_s, u"F7"_s);
    o.add(u"panels.left.handover"_s, u"Move Handover to the left"_s, u"F8"_s);
    o.add(u"panels.show.handover"_s, u"Go to the panel Handover"_s, u"F9"_s);
    o.add(u"handover.next"_s, u"Next step of the handover"_s, u"F10"_s);
    o.type(u"handover"_s);
    QCOMPARE(o.texts().mid(0, 2), (QStringList{u"Next step of the handover"_s, u"Go to the panel Handover"_s}));
    QCOMPARE(o.texts().size(), 4);
}

// The first one is done by Enter.
void TestPalette::whatIsCalledSoAndCanBeDoneComesFirst()
{
    Open o;
    o.actions.add(
        {u"role.claim"_s, u"Take command"_s, u"Help."_s, {}, {}}, [] {}, [] { return u"Bo has command."_s; });
    o.add(u"handover.begin"_s, u"Transfer command"_s, u"F7"_s);
    o.add(u"role.takeover"_s, u"Take command over…"_s, u"F8"_s);
    o.add(u"handover.next"_s, u"Say that command was handed over"_s, u"F9"_s);
    o.type(u"take command"_s);
    QCOMPARE(o.texts().mid(0, 2), (QStringList{u"Take command over…"_s, u"Take command"_s}));
    QTest::keyClick(o.field(), Qt::Key_Escape);
    o.type(u"hand"_s);
    QCOMPARE(o.texts().mid(0, 2),
             (QStringList{u"Say that command was handed over"_s, u"Transfer command (hand over command)"_s}));
}

void TestPalette::whatNoKeyTakesBackIsNamedByItsWords()
{
    Open o;
    const QString send = u"Send the update, or ask for its approval"_s;
    o.actions.add(withoutWayBack({u"status.next"_s, send, u"Help."_s, {}, {}}), [&o] { o.done.append(u"sent"_s); });
    o.add(u"view.draft"_s, u"Send a draft to the printer, or keep it"_s, u"F8"_s);
    for (const QString &strewn : {u"dark"_s, u"stu"_s, u"end"_s, u"sendit"_s, u"update x"_s}) {
        o.type(strewn);
        QVERIFY2(!o.texts().contains(send), qPrintable(strewn));
        QTest::keyClick(o.field(), Qt::Key_Return);
        QTest::keyClick(o.field(), Qt::Key_Escape);
        QVERIFY2(!o.done.contains(u"sent"_s), qPrintable(strewn));
    }
    o.type(u"dak"_s); // letters of what can be taken back may be strewn
    QVERIFY(o.texts().contains(u"Send a draft to the printer, or keep it"_s));
    QTest::keyClick(o.field(), Qt::Key_Escape);
    for (const QString &meant : {u"send"_s, u"UPD"_s, u"send upd"_s, u"approval"_s}) {
        o.type(meant);
        QVERIFY2(o.texts().contains(send), qPrintable(meant));
        QTest::keyClick(o.field(), Qt::Key_Escape);
    }
}

void TestPalette::darkFindsTheLook()
{
    Open o;
    o.add(u"file.settings"_s, u"Settings"_s, u"Ctrl+,"_s);
    o.add(u"file.look"_s, u"Colours"_s, {});
    for (const QString &typed : {u"dark"_s, u"light"_s, u"theme"_s, u"contrast"_s}) {
        o.type(typed);
        QVERIFY2(o.texts().value(0).startsWith(u"Colours ("_s), qPrintable(typed));
        QTest::keyClick(o.field(), Qt::Key_Escape);
    }
}

void TestPalette::runsWhatIsFound()
{
    Open o;
    o.type(u"gtt"_s);
    QCOMPARE(o.texts().value(0), u"Go to time…"_s);
    QTest::keyClick(o.field(), Qt::Key_Return);
    QCOMPARE(o.done, QStringList({u"window.palette"_s, u"timeline.gotoTime"_s}));
    QVERIFY(!o.palette->isVisible());
    QVERIFY(o.entry->hasFocus());
}

void TestPalette::marksWhatFits()
{
    Open o;
    o.type(u"dec"_s);
    const QModelIndex first = o.model()->index(0, 0);
    QCOMPARE(first.data().toString(), u"New decision"_s);
    QCOMPARE(first.data(PaletteRoles::Marks).value<QList<int>>(), QList<int>({4, 5, 6}));
    QVERIFY(!o.list()->grab().isNull());
}

void TestPalette::showsKeysAndReasons()
{
    Open o;
    o.type(u"close"_s);
    const QModelIndex first = o.model()->index(0, 0);
    QCOMPARE(first.data(PaletteRoles::WhyNot).toString(), u"Only the commander can."_s);
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(), u"Close the incident. Not possible: Only the commander can."_s);
    QTest::keyClick(o.field(), Qt::Key_Return);
    QVERIFY(o.palette->isVisible());
    o.field()->setText(u"decision"_s);
    const QString key = QKeySequence(u"Ctrl+Shift+D"_s).toString(QKeySequence::NativeText);
    QCOMPARE(o.model()->index(0, 0).data(PaletteRoles::Detail).toString(), key);
    QVERIFY(!o.texts().contains(u"Find a command"_s));
}

void TestPalette::putsTheLastUsedFirst()
{
    Open o;
    QSignalSpy changed(&o.palette->commands(), &ActionProvider::recentChanged);
    o.palette->commands().setRecent({u"gone"_s, u"incident.close"_s});
    o.type({});
    QCOMPARE(o.texts(), QStringList({u"Close the incident"_s, u"Go to time…"_s, u"New decision"_s}));
    QTest::keyClick(o.field(), Qt::Key_Escape);
    QTest::keySequence(o.entry, QKeySequence(u"Ctrl+Shift+D"_s));
    o.type({});
    QCOMPARE(o.texts().first(), u"New decision"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toStringList().first(), u"entry.decision"_s);
}

void TestPalette::escapeReturnsTheKeyboard()
{
    Open o;
    o.entry->setText(u"half a line"_s);
    o.type(u"x"_s);
    QVERIFY(o.field()->hasFocus());
    QVERIFY(o.window.rect().contains(o.palette->geometry()));
    QTest::keyClick(o.field(), Qt::Key_Escape);
    QVERIFY(o.entry->hasFocus());
    QCOMPARE(o.entry->text(), u"half a line"_s);
    QTest::keySequence(o.entry, QKeySequence(u"Ctrl+K"_s));
    QCOMPARE(o.field()->text(), QString());
}

void TestPalette::prefixAsksItsProvider()
{
    Open o;
    o.type(u"@b"_s);
    QCOMPARE(o.texts(), QStringList({u"Bo"_s}));
    QTest::keyClick(o.field(), Qt::Key_Return);
    QCOMPARE(o.chosen, QStringList({u"Bo"_s}));
    o.type(u"@"_s);
    QTest::keyClick(o.field(), Qt::Key_Down);
    QTest::keyClick(o.field(), Qt::Key_Return);
    QCOMPARE(o.chosen, QStringList({u"Bo"_s, u"Bo"_s}));
}

void TestPalette::helpListsPrefixes()
{
    Open o;
    o.type(u"?"_s);
    QCOMPARE(o.texts(), QStringList({u"Commands"_s, u"People"_s}));
    QTest::keyClick(o.field(), Qt::Key_Down);
    QTest::keyClick(o.field(), Qt::Key_Return);
    QVERIFY(o.palette->isVisible());
    QCOMPARE(o.texts(), QStringList({u"Ana"_s, u"Bo"_s}));
}

void TestPalette::saysWhenNothingFits()
{
    Open o;
    o.type(u"zzzz"_s);
    QVERIFY(o.palette->findChild<QLabel *>(u"paletteNothing"_s)->isVisible());
    QVERIFY(!o.list()->isVisible());
    QTest::keyClick(o.field(), Qt::Key_Return);
    QVERIFY(o.palette->isVisible());
}

void TestPalette::closesWhenTheFocusGoesElsewhere()
{
    Open o;
    o.type({});
    o.entry->setFocus();
    QVERIFY(!o.palette->isVisible());
    QVERIFY(o.entry->hasFocus());
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
