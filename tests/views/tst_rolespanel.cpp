// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "panelrig.h"
#include "partnames.h"
#include "roles/rolesmodel.h"
#include "roles/rolespanel.h"
#include "rows.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::RolesModel;
using fireline::views::RolesPanel;
namespace roles = fireline::models::roles;

namespace {

struct Board : test::PanelRig<RolesModel, RolesPanel>
{
    explicit Board(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s)
        : PanelRig(process, severity)
    {
        show({300, 420});
    }
    QTreeView *view() const { return part<QTreeView>("rolesTable"); }
    void select(const QString &roleId) const
    {
        const int row = test::rowWhere(model, {{roles::RoleIdRole, roleId}});
        view()->setCurrentIndex(model.index(row, roles::PersonColumn));
    }
    void type(const QString &name) const
    {
        QTest::keyClick(view(), Qt::Key_Return);
        QVERIFY(editor());
        QTest::keyClicks(editor(), name);
        // As from a keyboard: an open list of names gets the keys.
        QWidget *names = editor()->completer()->popup();
        QTest::keyClick(names->isVisible() ? names : editor(), Qt::Key_Return);
        QTRY_VERIFY(!editor());
    }
    QLineEdit *editor() const { return seen<QLineEdit>("roleEditor"); }
};

} // namespace

class TestRolesPanel : public QObject
{
    Q_OBJECT
private slots:
    void rolesAreReadToTheirEnd();
    void nobodyHasCommand();
    void enterAssignsByName_data() { test::addProcesses(); }
    void enterAssignsByName();
    void enterOnTheVacantCommandClaimsIt();
    void aCommandThatIsHeldIsHandedOver();
    void namesComplete();
    void escapeLeavesItAsItIs();
    void aTickDoesNotDisturbTheEditor();
    void droppedPeopleTakeTheRole();
    void theMenuIsTheTwinOfTheDrag();
    void checkInByKey();
    void aDeputyIsNamedByKey_data() { test::addProcesses(); }
    void aDeputyIsNamedByKey();
    void reliefIsAskedForByKey();
    void whoIsNotHeardOfIsShown();
    void leavesTheRole();
    void dutiesAreToHand();
    void theLimitIsSaid();
    void theTitleCountsWhatIsVacant();
    void membersOfAPrivateIncidentAreListed();
    void everythingHasAName();
    void nothingCanBeGivenOnceItIsOver();
};

// Roles have the longest names, and hours the shortest texts.
void TestRolesPanel::rolesAreReadToTheirEnd()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/role @bo cl"_s));
    board.panel.resize(330, 420);
    const QAbstractItemView *view = board.view();
    QTRY_VERIFY(board.view()->columnWidth(roles::RoleColumn) >= view->sizeHintForColumn(roles::RoleColumn));
    QVERIFY(board.view()->columnWidth(roles::PersonColumn) >= view->sizeHintForColumn(roles::PersonColumn));
    board.panel.resize(150, 420);
    QTRY_VERIFY(board.view()->columnWidth(roles::RoleColumn) < view->sizeHintForColumn(roles::RoleColumn));
    QVERIFY(board.view()->columnWidth(roles::PersonColumn) > 0);
}

void TestRolesPanel::nobodyHasCommand()
{
    Board board;
    auto *take = board.part<QPushButton>("rolesTakeCommand");
    QVERIFY(take->isVisible());
    QTest::keyClick(take, Qt::Key_Space);
    QCOMPARE(board.asked.size(), 1);
    QCOMPARE(board.asked.first().verb, Verb::Claim);
    QVERIFY(!take->isVisible());
    QCOMPARE(board.feed.state().holders(u"ic"_s), QStringList{u"ana"_s});
}

void TestRolesPanel::enterAssignsByName()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Board board(process, severity);
    QVERIFY(board.feed.line(u"/claim"_s));
    for (const RoleDef &role : board.feed.process().roles) {
        if (role.commands)
            continue;
        board.select(role.id);
        board.type(u"bo"_s);
        QCOMPARE(board.asked.last().verb, Verb::Role);
        QCOMPARE(board.refusals, QStringList());
        QCOMPARE(board.feed.state().holders(role.id), QStringList{u"bo"_s});
    }
    QCOMPARE(board.panel.windowTitle(), u"Roles"_s);
}

void TestRolesPanel::enterOnTheVacantCommandClaimsIt()
{
    Board board;
    board.select(u"ic"_s);
    board.type(u"ana"_s);
    QCOMPARE(board.asked.last().verb, Verb::Claim);
    QCOMPARE(board.feed.state().holders(u"ic"_s), QStringList{u"ana"_s});
}

void TestRolesPanel::aCommandThatIsHeldIsHandedOver()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    board.select(u"ic"_s);
    board.type(u"@bo"_s);
    QCOMPARE(board.asked.last().verb, Verb::Handover);
    QCOMPARE(board.refusals, QStringList());
    QCOMPARE(board.feed.state().handover->to, u"bo"_s);
    QCOMPARE(board.feed.state().holders(u"ic"_s), QStringList{u"ana"_s});
    QVERIFY(board.view()->isColumnHidden(roles::NextColumn)); // too narrow: it stands beside the person
    board.panel.resize(500, 420);
    QVERIFY(!board.view()->isColumnHidden(roles::NextColumn));
}

void TestRolesPanel::namesComplete()
{
    Board board;
    QVERIFY(board.feed.line(u"/note here"_s, u"Benedikta"_s));
    board.select(u"ol"_s);
    QTest::keyClick(board.view(), Qt::Key_Return);
    auto *edit = board.editor();
    QTest::keyClicks(edit, u"dikt"_s);
    QVERIFY(edit->completer()->popup()->isVisible());
    QTest::keyClick(edit->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(edit->completer()->popup(), Qt::Key_Return);
    QTRY_VERIFY(!board.editor());
    QCOMPARE(board.feed.state().holders(u"ol"_s), QStringList{u"Benedikta"_s});
    QCOMPARE(board.asked.size(), 1);
    // The list of names is only offered: Enter takes what was typed.
    board.select(u"cl"_s);
    board.type(u"bene"_s);
    QCOMPARE(board.feed.state().holders(u"cl"_s), QStringList{u"bene"_s});
}

void TestRolesPanel::escapeLeavesItAsItIs()
{
    Board board;
    board.select(u"ol"_s);
    QTest::keyClick(board.view(), Qt::Key_Return);
    auto *edit = board.editor();
    QTest::keyClicks(edit, u"zz"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QTRY_VERIFY(!board.editor());
    QVERIFY(board.asked.isEmpty());
    QCOMPARE(QApplication::focusWidget(), board.view());
    // Enter without a name asks for nothing either.
    QTest::keyClick(board.view(), Qt::Key_Return);
    QTest::keyClick(board.editor(), Qt::Key_Return);
    QTRY_VERIFY(!board.editor());
    QVERIFY(board.asked.isEmpty());
}

void TestRolesPanel::aTickDoesNotDisturbTheEditor()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    board.select(u"ic"_s);
    QTest::keyClick(board.view(), Qt::Key_Return);
    auto *edit = board.editor();
    QTest::keyClicks(edit, u"b"_s);
    board.feed.advance(Span::minutes(3));
    QVERIFY(board.feed.line(u"/role @cy ol"_s)); // moves the rows
    QTest::keyClicks(edit, u"o"_s);
    QCOMPARE(edit->text(), u"bo"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!board.editor());
    QCOMPARE(board.asked.last().verb, Verb::Handover);
    QCOMPARE(board.asked.last().args.value(u"id").toString(), u"ic"_s);
}

void TestRolesPanel::droppedPeopleTakeTheRole()
{
    Board board;
    QMimeData mime;
    mime.setData(QLatin1String(roles::personMimeType), "bo");
    const auto drop = [&](const QModelIndex &on) {
        const QPointF at = QRectF(board.view()->visualRect(on)).center();
        QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(board.view()->viewport(), &enter);
        QDropEvent event(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(board.view()->viewport(), &event);
        return event.isAccepted();
    };
    board.select(u"ol"_s);
    const QPersistentModelIndex lead = board.view()->currentIndex();
    QVERIFY(drop(lead));
    QCOMPARE(board.feed.state().holders(u"ol"_s), QStringList{u"bo"_s});
    // A person without a role is no place for another one.
    QVERIFY(!drop(board.model.index(board.model.rowCount() - 1, 0)));
    QCOMPARE(board.asked.size(), 1);
}

void TestRolesPanel::theMenuIsTheTwinOfTheDrag()
{
    Board board;
    board.view()->setCurrentIndex(board.model.index(board.model.rowCount() - 1, 0));
    QCOMPARE(board.view()->currentIndex().data(roles::PersonRole).toString(), u"ana"_s);
    emit board.view()->customContextMenuRequested({5, 5});
    auto *menu = board.part<QMenu>("rolesMenu");
    QVERIFY(menu);
    QMenu *give = nullptr;
    for (QAction *action : menu->actions())
        give = action->menu() ? action->menu() : give;
    QVERIFY(give);
    QCOMPARE(give->title(), u"Give ana a role"_s);
    QCOMPARE(give->actions().size(), board.feed.process().roles.size());
    QCOMPARE(give->actions().at(1)->text(), u"Operations Lead"_s);
    give->actions().at(1)->trigger();
    QCOMPARE(board.feed.state().holders(u"ol"_s), QStringList{u"ana"_s});
    menu->close();
}

void TestRolesPanel::checkInByKey()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/role @bo ol"_s));
    board.select(u"ol"_s);
    QTest::keyClick(board.view(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(board.asked.last().verb, Verb::CheckIn);
    QCOMPARE(board.asked.last().args.value(u"who").toArray(), QJsonArray{u"bo"_s});
    QCOMPARE(board.refusals, QStringList());
    board.select(u"cl"_s);
    board.registry.action(u"roles.checkIn"_s)->trigger();
    QCOMPARE(board.asked.last().args.value(u"who").toArray(), QJsonArray{u"me"_s});
    QCOMPARE(board.refusals, QStringList());
}

void TestRolesPanel::aDeputyIsNamedByKey()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Board board(process, severity);
    const QString ic = board.feed.process().commander()->id;
    board.select(ic);
    board.registry.refresh();
    QVERIFY(!board.why(u"roles.deputy"_s).isEmpty()); // nobody has the role
    QVERIFY(board.feed.line(u"/claim"_s));
    board.registry.refresh();
    QCOMPARE(board.why(u"roles.deputy"_s), QString());
    const auto name = [&](const QString &text) {
        board.registry.action(u"roles.deputy"_s)->trigger();
        QVERIFY(board.editor());
        QVERIFY(board.editor()->hasFocus());
        QVERIFY2(board.editor()->width() > board.panel.width() / 4, qPrintable(QString::number(board.editor()->width())));
        board.feed.advance(Span::seconds(1));
        board.editor()->selectAll();
        text.isEmpty() ? QTest::keyClick(board.editor(), Qt::Key_Delete) : QTest::keyClicks(board.editor(), text);
        QWidget *names = board.editor()->completer()->popup();
        QTest::keyClick(names->isVisible() ? names : board.editor(), Qt::Key_Return);
        QTRY_VERIFY(!board.editor());
        QVERIFY(!board.view()->isColumnHidden(roles::PersonColumn));
    };
    name(u"Bo"_s);
    QCOMPARE(board.refusals, QStringList());
    QCOMPARE(board.feed.state().holders(ic + u"/deputy"_s), QStringList{u"Bo"_s});
    QCOMPARE(board.feed.state().holders(ic), QStringList{u"ana"_s});
    QVERIFY(board.view()->isColumnHidden(roles::DeputyColumn)); // too narrow: beside the person
    board.panel.resize(500, 420);
    QTRY_VERIFY(!board.view()->isColumnHidden(roles::DeputyColumn));
    name({});
    QVERIFY(board.feed.state().holders(ic + u"/deputy"_s).isEmpty());
    board.registry.action(u"roles.deputy"_s)->trigger();
    QTest::keyClick(board.editor(), Qt::Key_Escape);
    QTRY_VERIFY(!board.editor());
    QVERIFY(!board.view()->isColumnHidden(roles::PersonColumn));
}

void TestRolesPanel::reliefIsAskedForByKey()
{
    Board board(u"nine-step"_s, u"P1"_s);
    auto *over = board.part<QPushButton>("rolesHandOver");
    board.lines({u"/claim"_s, u"/role @Bo ic/deputy"_s});
    board.select(u"ic"_s);
    QVERIFY(!over->isVisible());
    board.registry.refresh();
    board.registry.action(u"roles.relief"_s)->trigger();
    QCOMPARE(board.prepared.size(), 1);
    QVERIFY(board.asked.isEmpty()); // it is read first
    board.lines({board.prepared.takeFirst()});
    QVERIFY(over->isVisible());
    const auto said = [&] {
        QStringList texts;
        for (const QLabel *label : board.panel.findChildren<QLabel *>())
            texts.append(label->isVisible() ? label->text().remove(QChar(0x2068)).remove(QChar(0x2069)) : QString());
        return texts.join(u'\n');
    };
    QVERIFY2(said().contains(u"ana asks for relief as Incident Commander"_s), qPrintable(said()));
    QTest::keyClick(over, Qt::Key_Space);
    QCOMPARE(board.prepared, QStringList{u"/handover @Bo ic"_s});
    board.lines(board.prepared);
    QCOMPARE(board.feed.state().handover->to, u"Bo"_s);
    QVERIFY(!over->isVisible());
    board.registry.refresh();
    QVERIFY2(board.why(u"roles.relief"_s).contains(u"Bo"_s), qPrintable(board.why(u"roles.relief"_s)));
}

void TestRolesPanel::whoIsNotHeardOfIsShown()
{
    Board board(u"severity-ladder"_s, u"1"_s);
    board.lines({u"/claim"_s, u"/role @Bo tech_lead"_s});
    QVERIFY(board.view()->isColumnHidden(roles::CheckInColumn));
    board.registry.action(u"roles.rhythm"_s)->trigger();
    QCOMPARE(board.prepared, QStringList{u"/cadence checkin "_s});
    board.lines({board.prepared.first() + u"10m"_s, u"/checkin @Bo"_s});
    QVERIFY(!board.view()->isColumnHidden(roles::CheckInColumn));
    board.feed.advance(Span::minutes(13));
    board.select(u"tech_lead"_s);
    QVERIFY(board.view()->currentIndex().data(Qt::ToolTipRole).toString().contains(u"since 3 minute"_s));
    QTest::keyClick(board.view(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(board.asked.last().verb, Verb::CheckIn);
    QVERIFY(board.view()->currentIndex().data(Qt::ToolTipRole).toString().contains(u"within 10 minute"_s));
}

void TestRolesPanel::leavesTheRole()
{
    Board board(u"community-hub"_s, u"P1"_s);
    QVERIFY(board.feed.line(u"/role @bo sme"_s));
    QVERIFY(board.feed.line(u"/role @cy sme"_s));
    board.view()->setCurrentIndex({});
    QVERIFY(!board.registry.action(u"roles.leave"_s)->isEnabled());
    QCOMPARE(board.registry.whyNot(u"roles.leave"_s), u"Select a role first."_s);
    for (int row = 0; row < board.model.rowCount(); ++row) {
        if (board.model.index(row, 0).data(roles::PersonRole) == u"cy"_s)
            board.view()->setCurrentIndex(board.model.index(row, 0));
    }
    board.registry.refresh();
    board.registry.action(u"roles.leave"_s)->trigger();
    QCOMPARE(board.refusals, QStringList());
    QCOMPARE(board.feed.state().holders(u"sme"_s), QStringList{u"bo"_s});
}

void TestRolesPanel::dutiesAreToHand()
{
    Board board;
    auto *details = board.part<QTextBrowser>("rolesDetails");
    QVERIFY(!details->isVisible());
    board.select(u"ic"_s);
    QTest::keyClick(board.part("rolesShowDetails"), Qt::Key_Space);
    QVERIFY(details->isVisible());
    QVERIFY(details->toPlainText().contains(u"Assign roles (Ops Lead, Comms Lead)."_s));
    QVERIFY(details->toPlainText().contains(u"Does not"_s));
    QTest::keyClick(board.view(), Qt::Key_Down);
    QVERIFY(details->toPlainText().contains(u"Lead the technical investigation."_s));
}

void TestRolesPanel::theLimitIsSaid()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    auto *over = board.part<QPushButton>("rolesHandOver");
    QVERIFY(!over->isVisible());
    board.feed.advance(Span::minutes(200));
    QVERIFY(over->isVisible());
    const auto said = [&] { return over->parentWidget()->findChild<QLabel *>()->text(); };
    QVERIFY2(said().startsWith(u"▼ Plan your handover"_s), qPrintable(said()));
    board.feed.advance(Span::minutes(60));
    QVERIFY2(said().startsWith(u"▲ Hand over now"_s), qPrintable(said()));
    QVERIFY2(said().contains(u"13:00"_s), qPrintable(said()));
    QSignalSpy entry(&board.panel, &RolesPanel::entryRequested);
    QTest::keyClick(over, Qt::Key_Space);
    QCOMPARE(entry.first().first().toString(), u"/handover @"_s);
}

void TestRolesPanel::theTitleCountsWhatIsVacant()
{
    Board board;
    QSignalSpy title(&board.panel, &QWidget::windowTitleChanged);
    QCOMPARE(board.panel.windowTitle(), u"Roles: 3 vacant"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    QCOMPARE(title.last().first().toString(), u"Roles: 2 vacant"_s);
}

void TestRolesPanel::membersOfAPrivateIncidentAreListed()
{
    Board board;
    QStringList &lines = board.prepared;
    views::ActionRegistry &actions = board.registry;
    const auto *said = board.part<QLabel>("rolesMembers");
    QVERIFY(!said->isVisible());
    QVERIFY(!actions.whyNot(u"roles.addMember"_s).isEmpty());
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/role @bo cl"_s));
    actions.action(u"roles.makePrivate"_s)->trigger();
    QCOMPARE(lines.takeLast(), u"/private @bo "_s);
    QVERIFY(board.feed.line(u"dee was told on the telephone"_s, u"dee"_s));
    QVERIFY(board.feed.line(u"/private @bo @cy"_s));
    QVERIFY(said->isVisible());
    QCOMPARE(said->text(), u"Private. Who may see it: ana, bo, cy."_s);
    // A member without a role has a row, and whoever knows of it without being one is marked.
    const int member = test::rowWhere(board.model, {{roles::RoleIdRole, QString()}, {roles::PersonRole, u"cy"_s}});
    QVERIFY(member >= 0);
    QVERIFY(board.model.index(member, 0).data(roles::SeesRole).toBool());
    const int other = test::rowWhere(board.model, {{roles::RoleIdRole, QString()}, {roles::PersonRole, u"dee"_s}});
    QVERIFY(!board.model.index(other, 0).data(roles::SeesRole).toBool());
    QVERIFY(board.model.index(other, 0).data(Qt::AccessibleTextRole).toString().contains(u"may not see"_s));
    QTest::keyClick(board.part<QPushButton>("rolesAddMember"), Qt::Key_Space);
    QCOMPARE(lines.takeLast(), u"/member @"_s);
    board.view()->setCurrentIndex(board.model.index(member, roles::PersonColumn));
    actions.action(u"roles.removeMember"_s)->trigger();
    QCOMPARE(lines.takeLast(), u"/unmember @cy "_s);
    QVERIFY(!actions.whyNot(u"roles.makePrivate"_s).isEmpty());
    QVERIFY(board.feed.line(u"/unmember @cy"_s));
    QCOMPARE(said->text(), u"Private. Who may see it: ana, bo."_s);
}

void TestRolesPanel::everythingHasAName()
{
    Board board;
    QVERIFY(board.feed.line(u"/claim"_s));
    board.feed.advance(Span::hours(5));
    QTest::keyClick(board.part("rolesShowDetails"), Qt::Key_Space);
    QVERIFY(board.sees("rolesHandOver"));
    test::checkPartNames(board.panel);
    QCOMPARE(test::tabOrder(board.panel), (QStringList{u"rolesHandOver"_s, u"rolesTable"_s, u"rolesAssign"_s, u"rolesCheckIn"_s,
                                                       u"rolesShowDetails"_s, u"rolesDetails"_s}));
}

void TestRolesPanel::nothingCanBeGivenOnceItIsOver()
{
    Board board;
    QVERIFY(board.feed.line(u"/withdraw a test"_s));
    QVERIFY(!board.part("rolesTakeCommand")->isVisible());
    QVERIFY(!board.part("rolesAssign")->isEnabled());
    QCOMPARE(board.panel.windowTitle(), u"Roles"_s);
    board.select(u"ic"_s);
    QTest::keyClick(board.view(), Qt::Key_Return);
    QVERIFY(!board.editor());
}

QTEST_MAIN(TestRolesPanel)
#include "tst_rolespanel.moc"
