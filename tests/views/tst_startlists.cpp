// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "start/firinglist.h"
#include "startrig.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::views;

/// The lists beside the form: what was worked on, what is found, drills and what fires, each opened by Enter.
class TestStartLists : public test::StartWindowTest
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void recentIncidentsOpenByEnter();
    void aMissingFileSaysSoAndIsForgotten();
    void searchShowsWhatWasFound();
    void drillsStartByEnter();
    void listsStandBesideTheFormWhereThereIsRoom();
    void whoFellSilentIsNotShown();
    void theAnswerToAKeyIsSeen();
    void theHourIsOfTheZoneThatIsShown();
};

void TestStartLists::recentIncidentsOpenByEnter()
{
    auto *list = part<QListView>(u"startRecent"_s);
    QVERIFY(list->isHidden());
    QVERIFY(part<QLabel>(u"startIncidentsEmpty"_s)->isVisible());
    models::RecentIncident one;
    one.path = u"/tmp/a.fireline"_s;
    one.title = u"Search slow"_s;
    m_recent->setIncidents({one});
    QVERIFY(list->isVisible());
    QVERIFY(part<QLabel>(u"startIncidentsEmpty"_s)->isHidden());
    QSignalSpy opened(m_window.get(), &StartWindow::openRequested);
    list->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), one.path);
}

void TestStartLists::aMissingFileSaysSoAndIsForgotten()
{
    models::RecentIncident gone;
    gone.path = u"/nowhere/a.fireline"_s;
    gone.title = u"Search slow"_s;
    gone.missing = u"The file is not there."_s;
    m_recent->setIncidents({gone});
    QSignalSpy opened(m_window.get(), &StartWindow::openRequested);
    QSignalSpy forgotten(m_window.get(), &StartWindow::forgetRequested);
    auto *list = part<QListView>(u"startRecent"_s);
    list->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(opened.isEmpty());
    QVERIFY(part<QLabel>(u"startMissing"_s)->text().contains(gone.missing));
    auto *forget = part<QPushButton>(u"startForget"_s);
    forget->setFocus();
    press(Qt::Key_Space);
    list->setFocus();
    press(Qt::Key_Delete);
    QCOMPARE(forgotten.size(), 2);
    QCOMPARE(forgotten.first().first().toString(), gone.path);
}

void TestStartLists::searchShowsWhatWasFound()
{
    QSignalSpy searches(m_window.get(), &StartWindow::searchRequested);
    QSignalSpy hits(m_window.get(), &StartWindow::hitRequested);
    auto *words = part<QLineEdit>(u"startSearch"_s);
    auto *found = part<QListView>(u"startHits"_s);
    words->setFocus();
    type(u"pod"_s);
    QTRY_COMPARE(searches.size(), 1);
    QCOMPARE(searches.first().first().toString(), u"pod"_s);
    m_hits->setHits({{u"/a"_s, u"Checkout fails"_s, u"pod A restarted"_s, {}, u"e1"_s}});
    m_window->showHits(u"po"_s); // an answer to earlier words
    QVERIFY(found->isHidden());
    QVERIFY(!m_window->isSearching(u"po"_s) && m_window->isSearching(u"pod"_s));
    m_window->showHits(u"pod"_s, {true, 2});
    QVERIFY(found->isVisible());
    auto *unsearched = part<QLabel>(u"startUnsearched"_s);
    QVERIFY(unsearched->isVisible());
    QCOMPARE(unsearched->text().count(u'\n'), 1);
    m_window->showHits(u"pod"_s);
    QVERIFY(unsearched->isHidden());
    found->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().at(1).toString(), u"e1"_s);
    m_hits->setHits({});
    QVERIFY(part<QLabel>(u"startIncidentsEmpty"_s)->text().contains(u"\"pod\""_s));
    words->clear();
    QVERIFY(!part<QLabel>(u"startIncidentsEmpty"_s)->text().contains(u"\"pod\""_s));
    QCOMPARE(searches.last().first().toString(), QString());
}

void TestStartLists::drillsStartByEnter()
{
    m_drills->setDrills({{u"odd"_s, u"Odd"_s, {}, {}, u"Line 3: no such verb."_s},
                         {u"demo"_s, u"Checkout"_s, u"Nine"_s, domain::Span::minutes(5), {}}});
    QSignalSpy started(m_window.get(), &StartWindow::drillRequested);
    auto *list = part<QListView>(u"startDrills"_s);
    ActionRegistry registry(m_window.get());
    m_window->addActions(registry);
    registry.action(u"start.drills"_s)->trigger();
    QCOMPARE(QApplication::focusWidget(), list);
    press(Qt::Key_Return);
    QVERIFY(started.isEmpty());
    QVERIFY(!part<QPushButton>(u"startDrill"_s)->isEnabled());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first().first().toString(), u"demo"_s);
}

void TestStartLists::listsStandBesideTheFormWhereThereIsRoom()
{
    m_window = std::make_unique<StartWindow>(*m_theme, *m_times, m_clock,
                                             StartModels{m_recent.get(), m_hits.get(), m_drills.get()});
    use(u"nine-step"_s);
    const auto right = [this](const QString &name) { return part<QWidget>(name)->mapTo(m_window.get(), QPoint()).x(); };
    m_window->resize(1100, 700); // before it is shown
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(right(u"startSearch"_s) > right(u"startTitle"_s) + 300);
    m_window->resize(500, 700);
    QTRY_COMPARE(right(u"startSearch"_s), right(u"startTitle"_s));
}

// Where nothing of a source stands in the list, none of it is shown.
void TestStartLists::whoFellSilentIsNotShown()
{
    const auto *state = part<QLabel>(u"startAlertSources"_s);
    models::SourceReading one{u"Alertmanager at a"_s, m_clock.now(), true, {}, u"“pager” cannot be reached."_s, u"pager"_s};
    m_window->setAlertSources({one});
    QVERIFY2(state->text().startsWith(u"▲ No alert fired at "_s) && state->text().contains(u"09:00"_s)
                 && state->text().endsWith(u"is silent. “pager” cannot be reached."_s),
             qPrintable(state->text()));
    one.alerts = {{u"f1"_s, {{u"alertname"_s, u"Down"_s}}, {}, m_clock.now(), {}, true, {}, {}}};
    m_firing->setReadings({one});
    m_window->setAlertSources({one});
    QVERIFY2(state->text().startsWith(u"▲ All that fired at "_s), qPrintable(state->text()));
    one.alerts.first().silenced = false;
    m_firing->setReadings({one});
    m_window->setAlertSources({one});
    QVERIFY2(state->text().startsWith(u"▲ Stale: shown is what "_s), qPrintable(state->text()));
}

// The line stood there before, and says the same.
void TestStartLists::theAnswerToAKeyIsSeen()
{
    ActionRegistry registry(m_window.get());
    m_window->addActions(registry);
    m_window->setAlertSources({{u"Alertmanager at a"_s, m_clock.now(), false, {}, {}, u"pager"_s}});
    auto *state = part<QLabel>(u"startAlertSources"_s);
    QVERIFY(state->isVisible());
    const QImage before = state->grab().toImage();
    press(Qt::Key_F12);
    QVERIFY(state->grab().toImage() != before);
    QTRY_VERIFY(state->grab().toImage() == before);
}

void TestStartLists::theHourIsOfTheZoneThatIsShown()
{
    TimeDisplay times(QTimeZone(5 * 3600));
    FiringList list(m_firing.get(), *m_theme, times);
    list.setSources({{u"Alertmanager at a"_s, m_clock.now(), false, {}, {}, u"pager"_s}});
    const auto *state = list.findChild<QLabel *>(u"startAlertSources"_s);
    QVERIFY2(state->text().contains(u"09:00:00"_s), qPrintable(state->text()));
    times.setUtc(false);
    QVERIFY2(state->text().contains(u"14:00:00"_s), qPrintable(state->text()));
}

QTEST_MAIN(TestStartLists)
#include "tst_startlists.moc"
