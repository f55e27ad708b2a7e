// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "alertsources.h"
#include "commanddesk.h"
#include "connectorrig.h"
#include "declaredincident.h"
#include "inbox/inboxpanel.h"
#include "inbox/inboxroles.h"
#include "inbox/trendview.h"
#include "inboxdesk.h"
#include "incidentshelf.h"
#include "memorystore.h"
#include "monitoringstack.h"
#include "preferencesdesk.h"
#include "shell/messagebar.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using fireline::test::FakeHttp;
using fireline::test::MonitoringStack;
using fireline::test::NoDelay;
using fireline::window::AlertSources;
using fireline::window::CommandDesk;
using fireline::window::InboxDesk;
using fireline::window::IncidentController;
using fireline::window::IncidentShelf;
using models::MonitoringSource;
namespace inbox = fireline::models::inbox;

namespace {

MonitoringSource alertmanager(const QUrl &address)
{
    MonitoringSource source;
    source.name = u"alerts"_s;
    source.kind = MonitoringSource::Kind::Alertmanager;
    source.address = address.toString();
    return source;
}

MonitoringSource prometheus(const QUrl &address)
{
    MonitoringSource source;
    source.name = u"graphs"_s;
    source.address = address.toString();
    return source;
}

/// A day and more of before, for Prometheus: the errors of yesterday at this time, and the alert itself on the three days before.
QByteArray past(Instant now)
{
    const qint64 second = now.us / 1'000'000;
    QByteArray text = "# TYPE shop_errors gauge\n";
    for (qint64 at = second - 27 * 3600; at <= second - 24 * 3600; at += 15)
        text += "shop_errors 2 " + QByteArray::number(at) + '\n';
    text += "# TYPE ALERTS gauge\n";
    for (const int days : {3, 2, 1}) {
        for (qint64 at = second - days * 86400 + 300; at <= second - days * 86400 + 900; at += 15)
            text += R"(ALERTS{alertname="CheckoutErrors",alertstate="firing",service="checkout",severity="page"} 1 )"
                    + QByteArray::number(at) + '\n';
    }
    return text + "# EOF\n";
}

/// An incident on the machine's own clock, with its inbox on the screen.
struct Room
{
    Room(const session::ConsoleSettings &settings, const QList<MonitoringSource> &asked, std::unique_ptr<connectors::Delay> delay,
         Span every, bool drill = false)
        : preferences(settings, processes, theme, clock.now())
    {
        preferences.change([&](models::Preferences &wanted) { wanted.monitoring.sources = asked; });
        sources = std::make_unique<AlertSources>(preferences, std::move(delay), clock, every);
        const Command declare{
            Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, u"1"_s}, {u"drill"_s, drill}}};
        incident = std::make_unique<IncidentController>(test::declaredIncident(disk, setup, false, declare), clock);
        desk = std::make_unique<CommandDesk>(*incident, messages);
        model = std::make_unique<models::InboxModel>(*incident);
        tester = std::make_unique<QAbstractItemModelTester>(model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        panel = std::make_unique<views::InboxPanel>(*model, theme, times);
        auto *actions = new views::ActionRegistry(panel.get());
        QObject::connect(panel.get(), &views::InboxPanel::commandRequested, desk.get(), &CommandDesk::submit);
        panel->addActions(*actions);
        new InboxDesk({*incident, *desk, sources.get(), &shelf}, *model, *panel);
        panel->resize(400, 600);
    }
    ~Room()
    {
        panel.reset();
        model.reset();
    }
    void show()
    {
        panel->show();
        panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
        panel->firstFocus()->setFocus();
    }
    [[nodiscard]] QModelIndex row() const { return model->index(0, 0); }
    [[nodiscard]] int state() const { return row().isValid() ? row().data(inbox::StateRole).toInt() : -1; }
    [[nodiscard]] QString said() const { return panel->findChild<QLabel *>(u"inboxSources"_s)->text(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(panel->firstFocus(), key, modifiers);
    }
    static void type(const QString &text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    [[nodiscard]] Alert recorded() const { return incident->state().alerts.value(0); }

    SystemClock clock;
    UuidV7Source ids;
    session::SessionSetup setup{clock, ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s, {}};
    MemoryStore::Disk disk;
    views::Theme theme;
    views::TimeDisplay times{QTimeZone::utc()};
    views::MessageBar messages{theme};
    process::ProcessLibrary processes{QString()};
    QTemporaryDir folder;
    IncidentShelf shelf{folder.path()};
    window::PreferencesDesk preferences;
    std::unique_ptr<AlertSources> sources;
    std::unique_ptr<IncidentController> incident;
    std::unique_ptr<CommandDesk> desk;
    std::unique_ptr<models::InboxModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    std::unique_ptr<views::InboxPanel> panel;
};

/// As Alertmanager lists it.
QByteArray oneAlert(const QByteArray &silences = "[]")
{
    const QByteArray state = silences == "[]" ? "active" : "suppressed";
    return R"([{"fingerprint":"f1f1f1f1f1f1f1f1","labels":{"alertname":"DiskFull"},"annotations":{},"startsAt":"2026-01-02T13:00:00Z",)"
           R"("endsAt":"2099-01-02T13:00:00Z","updatedAt":"2026-01-02T13:00:00Z","generatorURL":"","receivers":[{"name":"x"}],)"
           R"("status":{"state":")"
           + state + R"(","silencedBy":)" + silences + R"(,"inhibitedBy":[]}}])";
}

/// In place of a browser.
class PageCatcher : public QObject
{
    Q_OBJECT
public:
    PageCatcher() { QDesktopServices::setUrlHandler(u"https"_s, this, "take"); }
    ~PageCatcher() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QList<QUrl> opened;

public slots:
    void take(const QUrl &url) { opened.append(url); }
};

} // namespace

/// From the sources of the settings to the panel, and back to them.
class TestInboxDesk : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void anAlertFiresArrivesIsSilencedAndClears();
    void nothingIsAskedWhileNobodyLooks();
    void whatIsOldIsSaidToBeOld();
    void theRegisterSaysWhenItFiredBefore();
    void anotherSourceIsAskedOnceItIsSet();
    void aDrillSaysWhyItHasNoTrend();

private:
    std::unique_ptr<Room> room(const MonitoringSource &source)
    {
        auto delay = std::make_unique<NoDelay>();
        delay->hold = true;
        m_delay = delay.get();
        return std::make_unique<Room>(m_settings, QList{source}, std::move(delay), Span::seconds(15));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    session::ConsoleSettings m_settings;
    NoDelay *m_delay = nullptr;
};

void TestInboxDesk::init()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // no password store is asked
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = {m_folder->path(), m_folder->path(), u"nine-step"_s, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
}

// The real ones; each press of a key, and what both programs and the record say afterwards.
void TestInboxDesk::anAlertFiresArrivesIsSilencedAndClears()
{
    if (const QString missing = MonitoringStack::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    FakeHttp target;
    target.setReplies({test::good("shop_errors 7\n")});
    MonitoringStack stack(target.address());
    QVERIFY2(stack.fill(past(SystemClock().now())), qPrintable(stack.log()));
    QVERIFY2(stack.startAlertmanager() && stack.startPrometheus(), qPrintable(stack.log()));
    Room room(m_settings, {alertmanager(stack.alertmanager()), prometheus(stack.prometheus())},
              std::make_unique<connectors::TimerDelay>(), Span::seconds(1));
    room.show();
    QTRY_COMPARE_WITH_TIMEOUT(room.state(), int(inbox::Firing), 60000);
    QCOMPARE(room.row().data().toString(), u"CheckoutErrors"_s);
    QCOMPARE(room.row().data(inbox::SummaryRole).toString(), u"7 errors a second"_s);
    // Its expression, and how often it fired before, by the source itself.
    const auto *trend = room.panel->findChild<QWidget *>(u"inboxTrend"_s);
    QTRY_COMPARE_WITH_TIMEOUT(trend->accessibleName(), u"shop_errors: now 7, a day before 2. Threshold 5."_s, 30000);
    QVERIFY(trend->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(room.row().data(inbox::BeforeRole).toInt(), int(inbox::Daily), 30000);
    QCOMPARE(room.row().data(inbox::TimesRole).value<QList<int>>(), (QList<int>{1, 3, 3, 3}));

    room.key(Qt::Key_R);
    QCOMPARE(room.recorded().fingerprint, room.row().data(inbox::FingerprintRole).toString());
    QCOMPARE(room.recorded().firedAt.us, room.row().data(inbox::StartsAtRole).toLongLong());
    room.key(Qt::Key_Y);
    QCOMPARE(room.state(), int(inbox::Acknowledged));
    QCOMPARE(room.recorded().state, Alert::State::Acknowledged);

    room.key(Qt::Key_S);
    Room::type(u"known, the roll-back is on its way"_s);
    QTRY_COMPARE_WITH_TIMEOUT(room.state(), int(inbox::Silenced), 30000);
    QVERIFY(!room.row().data(inbox::EndSilenceWhyNotRole).toString().size());
    QTRY_COMPARE(room.recorded().state, Alert::State::Silenced);
    const QString entry = room.incident->state().entries.last().text;
    QVERIFY2(entry.contains(u"the roll-back is on its way"_s), qPrintable(entry));
    room.key(Qt::Key_S, Qt::ShiftModifier);
    Room::type(u"it is back"_s);
    QTRY_VERIFY_WITH_TIMEOUT(room.state() != int(inbox::Silenced), 30000);

    target.setReplies({test::good("shop_errors 0\n")});
    QTRY_COMPARE_WITH_TIMEOUT(room.state(), int(inbox::Cleared), 60000);
    QTRY_COMPARE(room.recorded().state, Alert::State::Cleared);
    const auto cleared = room.incident->state().eventCount;
    QVERIFY(!room.said().contains(u"▲"_s));
    stack.killPrometheus();
    QTRY_VERIFY(room.sources->readings().value(0).alerts.isEmpty());
    QCOMPARE(room.incident->state().eventCount, cleared); // said once
}

void TestInboxDesk::nothingIsAskedWhileNobodyLooks()
{
    FakeHttp system;
    system.setReplies({test::good(oneAlert())});
    const auto room = this->room(alertmanager(system.address()));
    QVERIFY(!room->sources->isWanted());
    QVERIFY2(room->said().endsWith(u"is asked…"_s), qPrintable(room->said())); // that there is one is known
    QCOMPARE(system.connections(), 0);
    room->show();
    QTRY_COMPARE(room->state(), int(inbox::Firing));
    QCOMPARE(system.asked().size(), 1);
    QTRY_VERIFY(m_delay->held);
    m_delay->held();
    QTRY_COMPARE(system.asked().size(), 2);
    room->panel->hide();
    QTRY_VERIFY(!room->sources->isWanted());
    m_delay->held(); // the wait that was under way has nothing to say any more
    room->panel->show();
    QTRY_COMPARE(system.asked().size(), 3);
    QVERIFY(room->sources->isWanted());
}

void TestInboxDesk::whatIsOldIsSaidToBeOld()
{
    auto system = std::make_unique<FakeHttp>();
    system->setReplies({test::good(oneAlert())});
    const auto room = this->room(alertmanager(system->address()));
    room->show();
    QTRY_COMPARE(room->state(), int(inbox::Firing));
    QVERIFY(!room->row().data(inbox::StaleRole).toBool());
    QTRY_VERIFY(m_delay->held);
    system.reset(); // off the network
    m_delay->held();
    QTRY_VERIFY2(room->said().startsWith(u"▲ Stale"_s) && room->said().contains(u"cannot be reached"_s),
                 qPrintable(room->said()));
    QCOMPARE(room->state(), int(inbox::Firing));
    QVERIFY(room->row().data(inbox::StaleRole).toBool());
    // What cannot be asked says so beside the words.
    room->key(Qt::Key_S);
    QVERIFY(!room->panel->findChild<QWidget *>(u"inboxForm_why"_s));
}

void TestInboxDesk::theRegisterSaysWhenItFiredBefore()
{
    FakeHttp system;
    system.setReplies({test::good(oneAlert())});
    const auto room = this->room(alertmanager(system.address()));
    const Instant at = *Instant::fromRfc3339(u"2026-01-02T13:00:00Z"_s);
    for (const int days : {1, 2, 3, 4}) {
        store::IncidentSummary summary;
        summary.path = u"/%1.fireline"_s.arg(days);
        summary.id = QString::number(days);
        summary.drill = days == 4; // no alert of the real world
        summary.firings = {{u"f1f1f1f1f1f1f1f1"_s, at - Span::days(days)}};
        room->shelf.remember(summary);
    }
    room->show();
    QTRY_COMPARE(room->row().data(inbox::BeforeRole).toInt(), int(inbox::Daily));
    QCOMPARE(room->row().data(inbox::TimesRole).value<QList<int>>(), (QList<int>{1, 3, 3, 3}));
}

void TestInboxDesk::anotherSourceIsAskedOnceItIsSet()
{
    FakeHttp first;
    first.setReplies({test::good("[]")});
    FakeHttp second;
    second.setReplies({test::good(oneAlert(R"(["s1"])"))});
    const auto room = this->room(alertmanager(first.address()));
    room->show();
    QTRY_COMPARE(first.asked().size(), 1);
    QTRY_VERIFY2(room->said().startsWith(u"\u2068alerts\u2069, heard at"_s), qPrintable(room->said()));
    // Called otherwise it goes on: nothing is asked anew, and nothing is old.
    MonitoringSource renamed = alertmanager(first.address());
    renamed.knownAs = models::lastingName(renamed);
    renamed.name = u"pager"_s;
    room->preferences.change([&](models::Preferences &wanted) { wanted.monitoring.sources = {renamed}; });
    QVERIFY2(room->said().startsWith(u"\u2068pager\u2069, heard at"_s), qPrintable(room->said()));
    QCOMPARE(first.asked().size(), 1);
    room->preferences.change([&](models::Preferences &wanted) { wanted.monitoring.sources = {alertmanager(second.address())}; });
    QTRY_COMPARE(room->state(), int(inbox::Silenced));
    QCOMPARE(first.asked().size(), 1);
    // A page of it is shown outside.
    PageCatcher pages;
    emit room->panel->pageRequested(u"https://grafana.example/d/7"_s);
    QCOMPARE(pages.opened, QList<QUrl>{QUrl(u"https://grafana.example/d/7"_s)});
    // A refused end of a silence is said in the form.
    second.setReplies({test::status(500, R"("no")")});
    room->key(Qt::Key_S, Qt::ShiftModifier);
    Room::type(u"it is real"_s);
    const auto *problem = room->panel->findChild<QLabel *>(u"inboxFormProblem"_s);
    QTRY_VERIFY2(problem->text().contains(u"“alerts” "_s), qPrintable(problem->text()));
    QCOMPARE(second.asked().value(1).method + second.asked().value(1).target, QByteArray("DELETE/api/v2/silence/s1"));
    room->preferences.change([](models::Preferences &wanted) { wanted.monitoring.sources = {}; });
    QVERIFY2(room->said().startsWith(u"No Alertmanager"_s), qPrintable(room->said()));
    QCOMPARE(room->model->rowCount(), 0);
}

void TestInboxDesk::aDrillSaysWhyItHasNoTrend()
{
    Room room(m_settings, {}, std::make_unique<NoDelay>(), Span::seconds(15), true);
    const auto *trend = room.panel->findChild<views::TrendView *>();
    QVERIFY(trend->isHidden()); // nothing has fired
    Command alert{Verb::Alert, {}, {}, {{u"id"_s, u"Errors"_s}}};
    room.desk->submit(alert);
    QTRY_COMPARE(room.model->rowCount(), 1);
    QVERIFY(!trend->isHidden());
    QVERIFY2(trend->sentence().startsWith(u"No trend: a drill asks no Prometheus."_s), qPrintable(trend->sentence()));
}

QTEST_MAIN(TestInboxDesk)
#include "tst_inboxdesk.moc"
