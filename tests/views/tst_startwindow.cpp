// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "processlibrary.h"
#include "start/drillsmodel.h"
#include "start/hitsmodel.h"
#include "start/recentmodel.h"
#include "start/startwindow.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::views;
using domain::Problem;
using models::DeclareRequest;

/// The window without a file: declared by key presses in each process, nothing typed is lost, and every list answers.
class TestStartWindow : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void declaresByKeysAlone_data();
    void declaresByKeysAlone();
    void digitsMoveAndEnterDeclares();
    void unassessedOnlyWhereTheProcessLetsIt();
    void fieldsAreAskedAndRemembered();
    void aSecondEnterMakesNoSecondIncident();
    void aTitleIsNeeded();
    void refusalsStandBesideTheirPlace();
    void privateIsOffOutsideItsProcess();
    void thePathIsFreeAndOnesOwnStays();
    void withoutAFolderAPathIsAskedFor();
    void recentIncidentsOpenByEnter();
    void aMissingFileSaysSoAndIsForgotten();
    void searchShowsWhatWasFound();
    void drillsStartByEnter();
    void tabWalksDownThePage();
    void listsStandBesideTheFormWhereThereIsRoom();
    void everyWidgetHasAName();

private:
    void use(const QString &processId);
    void type(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    DeclareRequest asked();
    template<typename T>
    T *part(const QString &name)
    {
        return m_window->findChild<T *>(name);
    }

    domain::SimulatedClock m_clock{*domain::Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TimeDisplay> m_times;
    std::unique_ptr<models::RecentModel> m_recent;
    std::unique_ptr<models::HitsModel> m_hits;
    std::unique_ptr<models::DrillsModel> m_drills;
    std::unique_ptr<StartWindow> m_window;
    std::unique_ptr<QSignalSpy> m_requests;
    int m_keys = 0;
};

void TestStartWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>();
    m_times = std::make_unique<TimeDisplay>();
    m_recent = std::make_unique<models::RecentModel>();
    m_hits = std::make_unique<models::HitsModel>();
    m_drills = std::make_unique<models::DrillsModel>();
    m_window = std::make_unique<StartWindow>(*m_theme, *m_times, m_clock,
                                             StartModels{m_recent.get(), m_hits.get(), m_drills.get()});
    m_requests = std::make_unique<QSignalSpy>(m_window.get(), &StartWindow::declareRequested);
    m_window->setIncidentFolder(m_folder->path());
    use(u"nine-step"_s);
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_keys = 0;
}

void TestStartWindow::cleanup()
{
    m_requests.reset();
    m_window.reset();
}

void TestStartWindow::use(const QString &processId)
{
    static const process::ProcessLibrary library({});
    QList<domain::Process> all;
    for (const auto &entry : library.entries()) {
        if (entry.process)
            all.append(*entry.process);
    }
    m_window->setProcesses(all, processId);
}

void TestStartWindow::type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void TestStartWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_keys;
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

DeclareRequest TestStartWindow::asked()
{
    return m_requests->isEmpty() ? DeclareRequest() : m_requests->takeLast().at(0).value<DeclareRequest>();
}

void TestStartWindow::declaresByKeysAlone_data()
{
    QTest::addColumn<QString>("worst");
    QTest::newRow("community-hub") << u"P1"_s;
    QTest::newRow("helpdeskflow") << u"P0"_s;
    QTest::newRow("nine-step") << u"P1"_s;
    QTest::newRow("severity-ladder") << u"1"_s;
    QTest::newRow("sre-directorate") << u"SEV1"_s;
}

// The limit is ten key presses besides the letters of the title; it takes two.
void TestStartWindow::declaresByKeysAlone()
{
    QFETCH(QString, worst);
    const QString process = QString::fromLatin1(QTest::currentDataTag());
    use(process);
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startTitle"_s));
    type(u"Checkout fails"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(m_keys, 2);
    const DeclareRequest request = asked();
    QCOMPARE(request.processId, process);
    QCOMPARE(request.title, u"Checkout fails"_s);
    QCOMPARE(request.severity, worst);
    QCOMPARE(request.path, m_folder->filePath(u"2025-03-04-checkout-fails.fireline"_s));
    QVERIFY(!request.isPrivate);
    QVERIFY(!request.drill);
}

void TestStartWindow::digitsMoveAndEnterDeclares()
{
    type(u"Checkout fails"_s);
    press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"startSeverity2"_s);
    press(Qt::Key_3);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    QVERIFY(m_requests->isEmpty());
    press(Qt::Key_Return);
    QCOMPARE(asked().severity, u"P3"_s);
}

void TestStartWindow::unassessedOnlyWhereTheProcessLetsIt()
{
    use(u"sre-directorate"_s);
    QVERIFY(!part<QPushButton>(u"startSeverity5"_s));
    use(u"severity-ladder"_s);
    type(u"Checkout fails"_s);
    press(Qt::Key_5, Qt::AltModifier);
    press(Qt::Key_Return);
    QCOMPARE(m_requests->size(), 1);
    QVERIFY(asked().severity.isEmpty());
}

void TestStartWindow::fieldsAreAskedAndRemembered()
{
    m_window->setRememberedFields({{u"nine-step"_s, QJsonObject{{u"service"_s, u"checkout"_s}}}});
    type(u"Checkout fails"_s);
    press(Qt::Key_Tab);
    auto *service = part<QLineEdit>(u"startField_service"_s);
    QCOMPARE(QApplication::focusWidget(), service);
    QCOMPARE(service->text(), u"checkout"_s);
    service->selectAll();
    type(u"payments"_s);
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"startSeverity1"_s);
    press(Qt::Key_Return);
    QCOMPARE(asked().fields, QJsonObject({{u"service"_s, u"payments"_s}}));
    use(u"severity-ladder"_s); // asks for the same: what was typed stays
    QCOMPARE(part<QLineEdit>(u"startField_service"_s)->text(), u"payments"_s);
}

void TestStartWindow::aSecondEnterMakesNoSecondIncident()
{
    type(u"Checkout fails"_s);
    for (int presses = 0; presses < 4; ++presses)
        press(Qt::Key_Return);
    QCOMPARE(m_requests->size(), 1);
    m_window->refused({Problem::Kind::Refused, u"other"_s, u"Not now."_s, {}, {}, {}});
    press(Qt::Key_Return);
    QCOMPARE(m_requests->size(), 2);
    m_window->declared();
    part<QLineEdit>(u"startTitle"_s)->setFocus();
    type(u"Search slow"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(m_requests->size(), 3);
}

void TestStartWindow::aTitleIsNeeded()
{
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QVERIFY(m_requests->isEmpty());
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startTitle"_s));
    QVERIFY(part<QLabel>(u"startTitleProblem"_s)->isVisible());
}

void TestStartWindow::refusalsStandBesideTheirPlace()
{
    type(u"Checkout fails"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    m_window->refused({Problem::Kind::Io, u"file-exists"_s, u"It is there already."_s, {}, {}, {}});
    QVERIFY(part<QLabel>(u"startPathProblem"_s)->text().contains(u"It is there already."_s));
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startPath"_s));
    m_window->refused(
        {Problem::Kind::Refused, u"field-missing"_s, u"State: Service (service=)."_s, {}, u"nin.new"_s, u"NIN-32"_s});
    QVERIFY(part<QLabel>(u"startPathProblem"_s)->isHidden());
    QVERIFY(part<QLabel>(u"startFieldsProblem"_s)->text().contains(u"NIN-32"_s));
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startField_service"_s));
    m_window->refused({Problem::Kind::Refused, u"other"_s, u"Not now."_s, {}, {}, {}});
    QVERIFY(part<QLabel>(u"startSeverityProblem"_s)->isVisible());
    QCOMPARE(part<QLineEdit>(u"startTitle"_s)->text(), u"Checkout fails"_s);
    m_window->declared();
    QVERIFY(part<QLineEdit>(u"startTitle"_s)->text().isEmpty());
    QVERIFY(part<QLabel>(u"startSeverityProblem"_s)->isHidden());
}

void TestStartWindow::privateIsOffOutsideItsProcess()
{
    auto *box = part<QCheckBox>(u"startPrivate"_s);
    type(u"Leak"_s);
    box->setFocus();
    press(Qt::Key_Space);
    part<QPushButton>(u"startSeverity1"_s)->setFocus();
    press(Qt::Key_Return);
    QVERIFY(asked().isPrivate);
    domain::Process inward;
    inward.id = u"inward"_s;
    inward.severities = {{u"A"_s, 1, u"All"_s, {u"All of it"_s}, {}, {}, {}, 0}};
    m_window->setProcesses({inward}, {});
    QVERIFY(box->isHidden());
    part<QPushButton>(u"startSeverity1"_s)->setFocus();
    press(Qt::Key_Return);
    QVERIFY(!asked().isPrivate);
}

void TestStartWindow::thePathIsFreeAndOnesOwnStays()
{
    QFile taken(m_folder->filePath(u"2025-03-04-checkout-fails.fireline"_s));
    QVERIFY(taken.open(QIODevice::WriteOnly));
    type(u"Checkout fails"_s);
    auto *path = part<QLineEdit>(u"startPath"_s);
    QCOMPARE(path->text(), m_folder->filePath(u"2025-03-04-checkout-fails-2.fireline"_s));
    path->setFocus();
    path->selectAll();
    type(m_folder->filePath(u"mine.fireline"_s));
    part<QLineEdit>(u"startTitle"_s)->setFocus();
    type(u" again"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(asked().path, m_folder->filePath(u"mine.fireline"_s));
}

void TestStartWindow::withoutAFolderAPathIsAskedFor()
{
    m_requests.reset();
    m_window = std::make_unique<StartWindow>(*m_theme, *m_times, m_clock,
                                             StartModels{m_recent.get(), m_hits.get(), m_drills.get()});
    m_requests = std::make_unique<QSignalSpy>(m_window.get(), &StartWindow::declareRequested);
    use(u"nine-step"_s);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    type(u"Checkout fails"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QVERIFY(m_requests->isEmpty());
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startPath"_s));
    QVERIFY(part<QLabel>(u"startPathProblem"_s)->isVisible());
    type(u"/tmp/mine.fireline"_s);
    part<QPushButton>(u"startSeverity1"_s)->setFocus();
    press(Qt::Key_Return);
    QCOMPARE(asked().path, u"/tmp/mine.fireline"_s);
    QVERIFY(part<QLabel>(u"startPathProblem"_s)->isHidden());
}

void TestStartWindow::recentIncidentsOpenByEnter()
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

void TestStartWindow::aMissingFileSaysSoAndIsForgotten()
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

void TestStartWindow::searchShowsWhatWasFound()
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

void TestStartWindow::drillsStartByEnter()
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

void TestStartWindow::tabWalksDownThePage()
{
    use(u"helpdeskflow"_s);
    m_recent->setIncidents({{u"/a"_s, u"a"_s, {}, 0, {}, {}, {}, false, {}, {}}});
    QStringList walked;
    do {
        walked.append(QApplication::focusWidget()->objectName());
        press(Qt::Key_Tab);
    } while (walked.size() < 40 && QApplication::focusWidget()->objectName() != u"startTitle"_s);
    QCOMPARE(walked, QStringList({u"startTitle"_s, u"startField_class"_s, u"startField_detection_source"_s, u"startSeverity1"_s,
                                  u"startSeverity2"_s, u"startSeverity3"_s, u"startSeverity4"_s, u"startSeverity5"_s,
                                  u"startProcess"_s, u"startPrivate"_s, u"startPath"_s, u"startChoosePath"_s, u"startSearch"_s,
                                  u"startRecent"_s, u"startOpen"_s, u"startImport"_s, u"startForget"_s, u"startSettings"_s}));
}

void TestStartWindow::listsStandBesideTheFormWhereThereIsRoom()
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

void TestStartWindow::everyWidgetHasAName()
{
    m_window->showFirstRun({}, {});
    int seen = 0;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->window() != m_window.get()
            || widget->objectName().startsWith(u"qt_"_s))
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const QString name = !widget->accessibleName().isEmpty() ? widget->accessibleName() : button ? button->text() : QString();
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
        ++seen;
    }
    QVERIFY(seen > 15);
}

QTEST_MAIN(TestStartWindow)
#include "tst_startwindow.moc"
