// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyprocess.h"
#include "modelrig.h"
#include "roles/rolesmodel.h"

#include <QMimeData>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::models::RolesModel;
namespace roles = fireline::models::roles;
namespace tenure = fireline::models::tenure;
namespace checkin = fireline::models::checkin;

namespace {

struct Board : test::ModelRig<RolesModel>
{
    using ModelRig::ModelRig;

    int rowOf(const QString &roleId) const { return rowWhere({{roles::RoleIdRole, roleId}}); }
    int rowOf(const QString &roleId, const QString &person) const
    {
        return rowWhere({{roles::RoleIdRole, roleId}, {roles::PersonRole, person}});
    }
    QString commander() const { return feed.process().commander()->id; }
};

} // namespace

class TestRolesModel : public QObject
{
    Q_OBJECT
private slots:
    void everyProcessShowsItsRoles_data() { test::addProcesses(); }
    void everyProcessShowsItsRoles();
    void vacantRequiredRolesComeFirst();
    void aRoleThatIsTakenMovesInOneStep();
    void severalHoldersHaveARowEach();
    void peopleWithoutARoleAreThere();
    void timeChangesOnlyWhatItChanges();
    void dutyIsMeasuredByTheProcess_data();
    void dutyIsMeasuredByTheProcess();
    void fourHoursAreAssumed();
    void aHandoverShowsWhoIsNext();
    void nothingIsAssignedOnceItIsOver();
    void aPersonCanBeDragged();
    void everyRoleCanHaveADeputy_data() { test::addProcesses(); }
    void everyRoleCanHaveADeputy();
    void everybodyIsToBeHeardOf_data() { test::addProcesses(); }
    void everybodyIsToBeHeardOf();
    void theProcessHasItsOwnRhythm();
    void reliefIsAskedForAndOffered_data() { test::addProcesses(); }
    void reliefIsAskedForAndOffered();
    void reliefEndsWithWhatEndsIt();
    void reliefIsAskedForAtOnce();
    void anotherIncidentResets();
    void saysWholeSentences();
};

void TestRolesModel::everyProcessShowsItsRoles()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Board board(process, severity);
    for (const RoleDef &role : board.feed.process().roles) {
        const int row = board.rowOf(role.id);
        QVERIFY2(row >= 0, qPrintable(role.id));
        QVERIFY(!board.value(row, Qt::DisplayRole).toString().isEmpty());
        QCOMPARE(board.value(row, roles::DutiesRole).toStringList(), role.duties);
        QCOMPARE(board.value(row, roles::AvoidRole).toStringList(), role.avoid);
    }
    QCOMPARE(board.value(0, roles::RoleIdRole).toString(), board.commander());
    QVERIFY(board.value(0, roles::RequiredRole).toBool());
    QCOMPARE(board.value(0, roles::PersonRole).toString(), QString());
}

void TestRolesModel::vacantRequiredRolesComeFirst()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    QCOMPARE(board.value(0, roles::RoleIdRole).toString(), u"ol"_s);
    QCOMPARE(board.value(1, roles::RoleIdRole).toString(), u"cl"_s);
    QCOMPARE(board.value(2, roles::RoleIdRole).toString(), u"ic"_s);
    QCOMPARE(board.value(2, roles::PersonRole).toString(), u"ana"_s);
    QCOMPARE(board.value(3, roles::RoleIdRole).toString(), u"scribe"_s);
    // A lower severity asks for nobody else: the vacant roles go below those who are there.
    QVERIFY(board.feed.line(u"/sev SEV4 contained"_s));
    QCOMPARE(board.value(0, roles::RoleIdRole).toString(), u"ic"_s);
    QVERIFY(!board.value(1, roles::RequiredRole).toBool());
}

void TestRolesModel::aRoleThatIsTakenMovesInOneStep()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    QSignalSpy moved(&board.model, &QAbstractItemModel::rowsMoved);
    QSignalSpy inserted(&board.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&board.model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&board.model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex lead = board.model.index(board.rowOf(u"ol"_s), roles::PersonColumn);
    QVERIFY(board.feed.line(u"/role @ana ol"_s));
    QCOMPARE(lead.data().toString(), u"ana"_s);
    QCOMPARE(moved.size() > 0, true);
    QCOMPARE(inserted.size() + removed.size() + reset.size(), 0);
}

void TestRolesModel::severalHoldersHaveARowEach()
{
    Board board(u"community-hub"_s, u"P1"_s);
    QVERIFY(board.feed.line(u"/role @bo sme database"_s));
    QVERIFY(board.feed.line(u"/role @cy sme network"_s));
    QCOMPARE(board.value(board.rowOf(u"sme"_s, u"bo"_s), roles::NoteRole).toString(), u"database"_s);
    QVERIFY(board.rowOf(u"sme"_s, u"cy"_s) > 0);
    QCOMPARE(board.rowOf(u"sme"_s), board.rowOf(u"sme"_s, u"bo"_s));
}

void TestRolesModel::peopleWithoutARoleAreThere()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    const int last = board.model.rowCount() - 1;
    QCOMPARE(board.value(last, roles::PersonRole).toString(), u"ana"_s);
    QCOMPARE(board.value(last, roles::RoleIdRole).toString(), QString());
    QVERIFY(board.value(last, roles::IsMeRole).toBool());
    QVERIFY(board.feed.line(u"/note x"_s, u"bo"_s));
    QCOMPARE(board.value(0, roles::PeopleRole).toStringList(), (QStringList{u"ana"_s, u"bo"_s}));
    QVERIFY(board.feed.line(u"/claim"_s));
    QCOMPARE(board.value(board.model.rowCount() - 1, roles::PersonRole).toString(), u"bo"_s);
    QVERIFY(board.rowOf(QString(), u"ana"_s) < 0);
}

void TestRolesModel::timeChangesOnlyWhatItChanges()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    board.feed.advance(Span::seconds(20));
    QCOMPARE(changed.size(), 0);
    board.feed.advance(Span::seconds(45));
    QCOMPARE(changed.size(), 1);
    const int row = board.rowOf(u"ic"_s);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), row);
    QCOMPARE(changed.first().at(2).value<QList<int>>(), (QList<int>{Qt::AccessibleTextRole, Qt::DisplayRole, roles::OnForRole}));
    QCOMPARE(board.value(row, roles::OnForRole).toLongLong(), Span::minutes(1).us);
}

void TestRolesModel::dutyIsMeasuredByTheProcess_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<int>("fine");
    QTest::addColumn<int>("plan");
    QTest::addColumn<int>("over");
    QTest::addColumn<QString>("source");
    QTest::newRow("four hours, one to prepare") << u"sre-directorate"_s << u"SEV1"_s << 179 << 181 << 241 << u"SRE-18"_s;
    QTest::newRow("eight hours of a ladder") << u"nine-step"_s << u"P1"_s << 449 << 451 << 481 << u"NIN-29"_s;
}

void TestRolesModel::dutyIsMeasuredByTheProcess()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    QFETCH(int, fine);
    QFETCH(int, plan);
    QFETCH(int, over);
    Board board(process, severity);
    QVERIFY(board.feed.line(u"/claim"_s));
    const int row = board.rowOf(board.commander());
    const Instant since = board.feed.now();
    const auto load = [&](int minutes) {
        board.feed.setTime(since + Span::minutes(minutes));
        return board.value(row, roles::LoadRole).toInt();
    };
    QCOMPARE(load(fine), int(tenure::Fine));
    QCOMPARE(load(plan), int(tenure::Plan));
    QCOMPARE(load(over), int(tenure::Over));
    QVERIFY(board.value(row, roles::LimitRole).toLongLong() <= board.feed.now().us);
    QVERIFY(board.value(row, roles::LimitRole).toLongLong() > since.us);
    QFETCH(QString, source);
    QCOMPARE(board.value(row, roles::SourceRole).toString(), source);
}

void TestRolesModel::fourHoursAreAssumed()
{
    for (const QString &process : {u"helpdeskflow"_s, u"severity-ladder"_s}) {
        Board board(process);
        QVERIFY(board.feed.line(u"/claim"_s));
        const Instant since = board.feed.now();
        const int row = board.rowOf(board.commander());
        const auto load = [&](int minutes) {
            board.feed.setTime(since + Span::minutes(minutes));
            return board.value(row, roles::LoadRole).toInt();
        };
        QCOMPARE(load(209), int(tenure::Fine));
        QCOMPARE(load(210), int(tenure::Plan));
        QCOMPARE(load(241), int(tenure::Over));
        QVERIFY(board.value(row, roles::AdviceRole).toString().contains(u"assumed"_s));
        QVERIFY(board.value(row, roles::SourceRole).toString().isEmpty());
        QCOMPARE(board.value(row, roles::OnForRole).toLongLong(), Span::minutes(241).us);
    }
}

void TestRolesModel::aHandoverShowsWhoIsNext()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    QVERIFY(board.feed.line(u"/handover @bo"_s));
    const int row = board.rowOf(u"ic"_s);
    QCOMPARE(board.value(row, roles::NextRole).toString(), u"bo"_s);
    QCOMPARE(board.value(row, roles::PersonRole).toString(), u"ana"_s);
    QVERIFY(board.feed.line(u"/decline tired"_s));
    QCOMPARE(board.value(row, roles::NextRole).toString(), QString());
}

void TestRolesModel::nothingIsAssignedOnceItIsOver()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    QVERIFY(board.model.flags(board.model.index(0, roles::PersonColumn)).testFlag(Qt::ItemIsEditable));
    QVERIFY(board.feed.line(u"/withdraw a test"_s));
    QVERIFY(board.value(0, roles::OverRole).toBool());
    QVERIFY(!board.model.flags(board.model.index(0, roles::PersonColumn)).testFlag(Qt::ItemIsEditable));
    QVERIFY(!board.model.flags(board.model.index(0, roles::PersonColumn)).testFlag(Qt::ItemIsDropEnabled));
}

void TestRolesModel::aPersonCanBeDragged()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    const QModelIndex ana = board.model.index(board.model.rowCount() - 1, 0);
    QVERIFY(board.model.flags(ana).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!board.model.flags(ana).testFlag(Qt::ItemIsDropEnabled));
    const std::unique_ptr<QMimeData> mime(board.model.mimeData({ana}));
    QCOMPARE(mime->data(QLatin1String(roles::personMimeType)), QByteArray("ana"));
    QVERIFY(!board.model.flags(board.model.index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
    QCOMPARE(board.model.mimeData({board.model.index(0, 0)}), nullptr);
}

// A deputy is shown beside whoever has the role, holds nothing of it, and is no row of their own.
void TestRolesModel::everyRoleCanHaveADeputy()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Board board(process, severity);
    const QString ic = board.commander();
    const auto deputy = [&] { return board.value(board.rowOf(ic), roles::DeputyRole).toString(); };
    QVERIFY(!board.model.flags(board.model.index(board.rowOf(ic), roles::DeputyColumn)).testFlag(Qt::ItemIsEditable)); // vacant
    board.lines({u"/claim"_s, u"/role @Bo %1/deputy"_s.arg(ic)});
    QCOMPARE(deputy(), u"Bo"_s);
    QCOMPARE(board.feed.state().holders(ic), QStringList{u"ana"_s});
    QVERIFY(board.model.flags(board.model.index(board.rowOf(ic), roles::DeputyColumn)).testFlag(Qt::ItemIsEditable));
    QVERIFY(board.rowOf(ic + u"/deputy"_s) < 0);
    const int bo = board.rowOf(QString(), u"Bo"_s);
    QVERIFY(bo >= 0); // no role of their own
    const QString name = board.feed.process().commander()->name;
    QCOMPARE(board.value(bo, Qt::AccessibleTextRole).toString(), u"Bo: Deputy of %1."_s.arg(name));
    QVERIFY(board.value(board.rowOf(ic), Qt::AccessibleTextRole).toString().contains(u"Deputy: Bo."_s));
    const auto other = board.feed.line(u"/role @ana %1/deputy"_s.arg(ic));
    QVERIFY(!other);
    QVERIFY2(other.problem().text.contains(u"somebody else"_s), qPrintable(other.problem().text));
    board.lines({u"/role @Cy %1/deputy"_s.arg(ic)}); // one at a time
    QCOMPARE(deputy(), u"Cy"_s);
    QVERIFY(board.feed.state().entries.last().text.contains(u"Deputy of "_s + name));
    board.lines({u"/takeover ana is asleep"_s}, u"Cy"_s);
    QCOMPARE(deputy(), QString()); // nobody stands in for oneself
    board.lines({u"/role - %1/deputy"_s.arg(ic)});
    QVERIFY(board.feed.state().holders(ic + u"/deputy"_s).isEmpty());
}

void TestRolesModel::everybodyIsToBeHeardOf()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Board board(process, severity);
    board.lines({u"/claim"_s});
    QString second;
    for (const RoleDef &role : board.feed.process().roles)
        second = role.commands ? second : role.id;
    board.lines({u"/role @Bo "_s + second});
    const auto state = [&](const QString &role) { return board.value(board.rowOf(role), roles::CheckInRole).toInt(); };
    const auto minutes = [&] { return board.value(board.rowOf(second), roles::MinutesRole).toInt(); };
    QCOMPARE(state(second), int(checkin::None));
    if (process == u"sre-directorate") // its own rhythm begins with a phase
        board.lines({u"/role @Bo ol"_s, u"/role @Cy cl"_s, u"/phase triage"_s, u"/draft triage is_incident=Yes"_s,
                     u"/phase mobilization"_s});
    const auto notCommanding = board.feed.line(u"/cadence checkin 10m"_s, u"Bo"_s);
    QVERIFY(!notCommanding);
    board.lines({u"/cadence checkin 10m"_s});
    board.lines({u"/checkin @Bo"_s});
    QCOMPARE(state(second), int(checkin::Fine));
    QCOMPARE(minutes(), 10);
    QSignalSpy reset(&board.model, &QAbstractItemModel::modelReset);
    board.feed.advance(Span::minutes(8));
    QCOMPARE(state(second), int(checkin::Due));
    QCOMPARE(minutes(), 2);
    board.lines({u"/note still here"_s}); // whoever writes is heard of
    QCOMPARE(state(board.commander()), int(checkin::Fine));
    board.feed.advance(Span::minutes(5));
    QCOMPARE(state(second), int(checkin::Late));
    QCOMPARE(minutes(), 3);
    QVERIFY(board.value(board.rowOf(second), Qt::AccessibleTextRole).toString().contains(u"since 3 minute"_s));
    board.lines({u"/checkin @Bo"_s});
    QCOMPARE(state(second), int(checkin::Fine));
    QCOMPARE(reset.size(), 0);
}

void TestRolesModel::theProcessHasItsOwnRhythm()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    board.lines({u"/claim"_s, u"/role @Bo ol"_s, u"/role @Cy cl"_s, u"/phase triage"_s, u"/draft triage is_incident=Yes"_s});
    const auto state = [&] { return board.value(board.rowOf(u"ol"_s), roles::CheckInRole).toInt(); };
    QCOMPARE(state(), int(checkin::None));
    board.lines({u"/phase mobilization"_s, u"/checkin @Bo"_s});
    QCOMPARE(state(), int(checkin::Fine));
    board.feed.advance(Span::minutes(11));
    QCOMPARE(state(), int(checkin::Late)); // SRE-14: ten minutes
}

void TestRolesModel::reliefIsAskedForAndOffered()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    Board board(process, severity);
    const QString ic = board.commander();
    const auto line = [&] { return board.value(board.rowOf(ic), roles::ReliefLineRole).toString(); };
    const auto asked = [&] { return Instant{board.value(board.rowOf(ic), roles::ReliefAtRole).toLongLong()}; };
    QCOMPARE(line(), QString()); // nobody to relieve
    board.lines({u"/claim"_s});
    QVERIFY(!line().isEmpty());
    board.lines({u"/role @Bo %1/deputy"_s.arg(ic)});
    QVERIFY(!asked().isSet());
    QSignalSpy changed(&board.model, &QAbstractItemModel::dataChanged);
    board.lines({line().trimmed()}); // as it stands in quick entry
    QCOMPARE(asked(), board.feed.now());
    QCOMPARE(board.value(board.rowOf(ic), roles::ReliefToRole).toString(), u"Bo"_s);
    QVERIFY(changed.size() > 0);
    board.lines({u"/handover @Bo"_s});
    QVERIFY(!asked().isSet());
    board.lines({u"/decline I cannot either"_s}, u"Bo"_s);
    QVERIFY(asked().isSet());
}

void TestRolesModel::reliefIsAskedForAtOnce()
{
    struct HastyFeed : test::MemoryFeed
    {
        using MemoryFeed::MemoryFeed;
        const Process &process() const override
        {
            hasty = MemoryFeed::process();
            hasty.defaults.now = Span::minutes(3);
            return hasty;
        }
        mutable Process hasty;
    };
    HastyFeed feed(u"nine-step"_s, u"P1"_s);
    QVERIFY(feed.line(u"/claim"_s));
    // "At once" is what the process means by it.
    QVERIFY2(models::reliefLine(u"tech_lead"_s, u"Bo"_s, feed).contains(u"+3m"_s),
             qPrintable(models::reliefLine(u"tech_lead"_s, u"Bo"_s, feed)));
}

void TestRolesModel::reliefEndsWithWhatEndsIt()
{
    Board board(u"nine-step"_s, u"P1"_s);
    board.lines({u"/claim"_s, u"/role @Bo tech_lead"_s});
    const auto row = [&] { return board.rowOf(u"tech_lead"_s); };
    const auto asked = [&] { return board.value(row(), roles::ReliefAtRole).toLongLong() != 0; };
    // Without a deputy whoever commands is asked, by Bo.
    const QString line = board.value(row(), roles::ReliefLineRole).toString();
    QVERIFY2(line.startsWith(u"@Bo /ask @ana"_s) && line.contains(u"#relief"_s) && line.contains(u"+5m"_s), qPrintable(line));
    board.lines({line});
    QVERIFY(asked());
    QCOMPARE(board.value(row(), roles::ReliefToRole).toString(), u"ana"_s);
    board.lines({u"/cancel #A1 I am fine"_s});
    QVERIFY(!asked());
    board.lines({u"/note I cannot see straight #relief"_s}, u"Bo"_s);
    QVERIFY(asked());
    board.lines({u"/retract #E%1 said too much"_s.arg(board.feed.state().entries.size())});
    QVERIFY(!asked());
    board.lines({u"/note now I cannot #relief"_s}, u"Bo"_s);
    board.lines({u"/role @Cy tech_lead"_s});
    QVERIFY(!asked()); // Cy has just come
}

void TestRolesModel::anotherIncidentResets()
{
    Board board(u"severity-ladder"_s, u"2"_s);
    QSignalSpy reset(&board.model, &QAbstractItemModel::modelReset);
    emit board.feed.reset();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(board.value(0, roles::RoleIdRole).toString(), u"ic"_s);
}

void TestRolesModel::saysWholeSentences()
{
    Board board(u"sre-directorate"_s, u"SEV1"_s);
    QCOMPARE(board.value(0, Qt::AccessibleTextRole).toString(), u"Incident Commander is vacant and required."_s);
    QVERIFY(board.feed.line(u"/claim"_s));
    board.feed.advance(Span::minutes(5));
    const int row = board.rowOf(u"ic"_s);
    QVERIFY(board.value(row, Qt::AccessibleTextRole).toString().startsWith(u"Incident Commander: ana, on for 5 minute"_s));
    board.feed.advance(Span::hours(5));
    QVERIFY(board.value(row, Qt::AccessibleTextRole).toString().endsWith(u"longer than the process allows."_s));
    QCOMPARE(board.model.headerData(roles::OnForColumn, Qt::Horizontal).toString(), u"Hours"_s);
}

QTEST_GUILESS_MAIN(TestRolesModel)
#include "tst_rolesmodel.moc"
