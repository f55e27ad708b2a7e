// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "everyprocess.h"
#include "shell/keysheet.h"
#include "startrig.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::views;
using domain::Problem;
using models::DeclareRequest;

/// The window without a file: declared by key presses in each process, nothing typed is lost, and every list answers.
class TestStartWindow : public test::StartWindowTest
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void declaresByKeysAlone_data();
    void declaresByKeysAlone();
    void digitsMoveAndEnterDeclares();
    void unassessedOnlyWhereTheProcessLetsIt();
    void fieldsAreAskedAndRemembered();
    void enterLeadsThroughWhatIsAskedFor();
    void aSecondEnterMakesNoSecondIncident();
    void aTitleIsNeeded();
    void thePaletteDoesWhatTheWindowCan();
    void theKeySheetHasItsKeys();
    void refusalsStandBesideTheirPlace();
    void whatIsOverIsNotToldAnyMore();
    void privateIsOffOutsideItsProcess();
    void thePathIsFreeAndOnesOwnStays();
    void withoutAFolderAPathIsAskedFor();
    void declaredFromAnAlertByKeys();
    void whoAsksWhatFiresIsAnswered();
    void labelsOfTheAlertAnswerWhatIsAsked();
    void labelsOfAnAlertThatIsLeftOutAnswerNothing();
    void tabWalksDownThePage();
    void everyWidgetHasAName();
};

void TestStartWindow::declaresByKeysAlone_data()
{
    QTest::addColumn<QString>("worst");
    const auto processes = test::processes();
    for (const auto &[process, severity] : processes)
        QTest::newRow(qPrintable(process)) << severity;
}

// The limit is ten key presses besides the letters of the title; it takes two, and one for each field that the process asks for.
void TestStartWindow::declaresByKeysAlone()
{
    QFETCH(QString, worst);
    const QString process = QString::fromLatin1(QTest::currentDataTag());
    use(process);
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startTitle"_s));
    type(u"Checkout fails"_s);
    declare();
    QCOMPARE(m_keys, 2 + startFields());
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

// What was answered last time is kept by Enter, and typed over by letters; what is left open holds up nothing.
void TestStartWindow::enterLeadsThroughWhatIsAskedFor()
{
    m_window->setRememberedFields({{u"nine-step"_s, QJsonObject{{u"service"_s, u"checkout"_s}}}});
    type(u"Checkout fails"_s);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startField_service"_s));
    type(u"payments"_s);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), part<QPushButton>(u"startSeverity1"_s));
    press(Qt::Key_Return);
    QCOMPARE(asked().fields, QJsonObject({{u"service"_s, u"payments"_s}}));
    m_window->declared();
    use(u"helpdeskflow"_s); // one that is chosen, then another
    type(u"Checkout fails"_s);
    for (const QString &field : {u"startField_class"_s, u"startField_detection_source"_s, u"startSeverity1"_s}) {
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), field);
    }
    press(Qt::Key_Return);
    QVERIFY(asked().fields.isEmpty());
}

void TestStartWindow::aSecondEnterMakesNoSecondIncident()
{
    type(u"Checkout fails"_s);
    declare();
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(m_requests->size(), 1);
    m_window->refused({Problem::Kind::Refused, u"other"_s, u"Not now."_s, {}, {}, {}});
    press(Qt::Key_Return);
    QCOMPARE(m_requests->size(), 2);
    m_window->declared();
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startTitle"_s)); // the next one begins with its name
    type(u"Search slow"_s);
    declare();
    QCOMPARE(m_requests->size(), 3);
}

void TestStartWindow::thePaletteDoesWhatTheWindowCan()
{
    ActionRegistry registry(m_window.get());
    m_window->addActions(registry);
    QVERIFY(registry.problems().isEmpty());
    type(u"Checkout"_s);
    press(Qt::Key_K, Qt::ControlModifier);
    auto *field = part<QLineEdit>(u"paletteField"_s);
    QVERIFY(field->isVisible());
    QCOMPARE(QApplication::focusWidget(), field);
    QCOMPARE(part<QLineEdit>(u"startTitle"_s)->text(), u"Checkout"_s); // nothing of it is taken
    type(u"search all"_s);
    press(Qt::Key_Return);
    QVERIFY(!field->isVisible());
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startSearch"_s));
    press(Qt::Key_K, Qt::ControlModifier);
    press(Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startSearch"_s));
    press(Qt::Key_K, Qt::ControlModifier);
    QSignalSpy looks(m_window.get(), &StartWindow::lookRequested);
    type(u"dark"_s);
    press(Qt::Key_Return);
    QCOMPARE(looks.size(), 1);
    // What only an incident's window can do is not offered.
    press(Qt::Key_K, Qt::ControlModifier);
    auto *list = part<QListView>(u"paletteList"_s);
    QStringList offered;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        offered.append(list->model()->index(row, 0).data().toString());
    QVERIFY2(offered.join(u' ').contains(u"Choose a drill"_s), qPrintable(offered.join(u'\n')));
    QCOMPARE(offered.size(), registry.specs().size() - 1); // but for the palette itself
}

void TestStartWindow::theKeySheetHasItsKeys()
{
    ActionRegistry registry(m_window.get());
    m_window->addActions(registry);
    press(Qt::Key_F1);
    auto *sheet = part<QWidget>(u"keySheet"_s);
    QTRY_VERIFY(sheet->isVisible());
    QVERIFY(keySheetText(registry).contains(u"Ctrl+K"_s));
    QVERIFY(keySheetText(registry).contains(u"Search all incidents\n"_s)); // in all of the window
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
}

void TestStartWindow::aTitleIsNeeded()
{
    declare();
    QVERIFY(m_requests->isEmpty());
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startTitle"_s));
    QVERIFY(part<QLabel>(u"startTitleProblem"_s)->isVisible());
    type(u"S"_s);
    QVERIFY(!part<QLabel>(u"startTitleProblem"_s)->isVisible());
}

void TestStartWindow::refusalsStandBesideTheirPlace()
{
    type(u"Checkout fails"_s);
    declare();
    m_window->refused({Problem::Kind::Io, u"file-exists"_s, u"It is there already."_s, {}, {}, {}});
    QVERIFY(part<QLabel>(u"startPathProblem"_s)->text().contains(u"It is there already."_s));
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startPath"_s));
    m_window->refused(
        {Problem::Kind::Refused, u"field-missing"_s, u"State: Service (in a line: service=)."_s, {}, u"nin.new"_s, u"NIN-32"_s});
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

// It alone: another thing that was told since stays.
void TestStartWindow::whatIsOverIsNotToldAnyMore()
{
    const auto problem = [](const QString &text) { return Problem{Problem::Kind::Io, u"login"_s, text, {}, {}, {}}; };
    const auto *label = part<QLabel>(u"startProblem"_s);
    m_window->tell(problem(u"It does not let this login in."_s));
    QVERIFY(label->isVisible());
    m_window->tellNoMore(problem(u"It does not answer."_s));
    QVERIFY(label->isVisible());
    m_window->tellNoMore(problem(u"It does not let this login in."_s));
    QVERIFY(!label->isVisible());
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
    declare();
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
    declare();
    QVERIFY(m_requests->isEmpty());
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(u"startPath"_s));
    QVERIFY(part<QLabel>(u"startPathProblem"_s)->isVisible());
    type(u"/tmp/mine.fireline"_s);
    part<QPushButton>(u"startSeverity1"_s)->setFocus();
    press(Qt::Key_Return);
    QCOMPARE(asked().path, u"/tmp/mine.fireline"_s);
    QVERIFY(part<QLabel>(u"startPathProblem"_s)->isHidden());
}

void TestStartWindow::declaredFromAnAlertByKeys()
{
    using namespace domain;
    const QAbstractItemModelTester tester(m_firing.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ActionRegistry registry(m_window.get());
    m_window->addActions(registry);
    QVERIFY(part<QWidget>(u"startFiringPart"_s)->isHidden());
    const auto alert = [this](const QString &fingerprint, const QString &name, bool silenced) {
        models::ArrivedAlert made;
        made.fingerprint = fingerprint;
        made.labels = {{u"alertname"_s, name}, {u"severity"_s, u"page"_s}};
        made.annotations = {{u"summary"_s, u"Checkout fails in "_s + fingerprint}};
        made.startsAt = m_clock.now() - Span::minutes(7);
        made.silenced = silenced;
        return made;
    };
    models::SourceReading one{
        u"am"_s,
        m_clock.now(),
        false,
        {alert(u"EU"_s, u"Errors"_s, false), alert(u"US"_s, u"Errors"_s, false), alert(u"db"_s, u"DiskFull"_s, true)}};
    m_firing->setReadings({one});
    QCOMPARE(m_firing->rowCount(), 1); // what is silenced needs nobody
    QVERIFY(part<QWidget>(u"startFiringPart"_s)->isVisible());
    QObject::connect(m_window.get(), &StartWindow::alertChosen, m_window.get(),
                     [this](const QModelIndex &chosen) { m_window->offer(*m_firing->offerOf(chosen)); });
    registry.refresh();
    press(Qt::Key_F12);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"startFiring"_s);
    press(Qt::Key_Return);
    QCOMPARE(part<QLineEdit>(u"startTitle"_s)->text(), u"Checkout fails in EU"_s);
    QVERIFY2(part<QLabel>(u"startOffered"_s)->text().contains(u"2 alert(s)"_s),
             qPrintable(part<QLabel>(u"startOffered"_s)->text()));
    QVERIFY(m_requests->isEmpty());
    auto *impact = part<QCheckBox>(u"startImpact"_s);
    QVERIFY(!impact->isChecked() && impact->text().contains(u"08:53:00"_s));
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return);
    const DeclareRequest request = asked();
    QVERIFY(request.fromAlert && request.impactBegan);
    // It goes another way: without the alert, with the words.
    m_window->offer(*m_firing->offerOf(m_firing->index(0, 0)));
    auto *leave = part<QPushButton>(u"startLeaveAlert"_s);
    leave->setFocus();
    press(Qt::Key_Space);
    QVERIFY(!part<QLabel>(u"startOffered"_s)->isVisible());
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return);
    QVERIFY(!asked().fromAlert);
    one.alerts.clear();
    m_firing->setReadings({one});
    QVERIFY(part<QWidget>(u"startFiringPart"_s)->isHidden());
}

void TestStartWindow::whoAsksWhatFiresIsAnswered()
{
    ActionRegistry registry(m_window.get());
    m_window->addActions(registry);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const auto *state = part<QLabel>(u"startAlertSources"_s);
    const QWidget *typing = QApplication::focusWidget();
    QVERIFY(!state->isVisible());
    press(Qt::Key_F12);
    QVERIFY(state->isVisible());
    QVERIFY2(state->text().startsWith(u"No Alertmanager is set up"_s), qPrintable(state->text()));
    QCOMPARE(QApplication::focusWidget(), typing);
    models::SourceReading one{u"Alertmanager at a"_s, {}, true, {}, {}, u"pager"_s};
    m_window->setAlertSources({one});
    QVERIFY2(state->text().contains(u"pager"_s) && state->text().endsWith(u"is asked…"_s), qPrintable(state->text()));
    one.why = u"“pager” cannot be reached."_s;
    m_window->setAlertSources({one});
    QVERIFY2(state->text().endsWith(u"What fires there is not known."_s), qPrintable(state->text()));
    one = {u"Alertmanager at a"_s, m_clock.now(), false, {}, {}, u"pager"_s};
    m_window->setAlertSources({one});
    QVERIFY2(state->text().startsWith(u"No alert fires. "_s) && state->text().contains(u"pager"_s), qPrintable(state->text()));
    one.alerts = {{u"f1"_s, {{u"alertname"_s, u"Down"_s}}, {}, m_clock.now(), {}, true, {}, {}}};
    m_window->setAlertSources({one});
    QVERIFY2(state->text().startsWith(u"All that fires is silenced. "_s), qPrintable(state->text()));
}

void TestStartWindow::labelsOfTheAlertAnswerWhatIsAsked()
{
    use(u"nine-step"_s);
    const auto alert = [this](const QString &fingerprint, const QString &region) {
        models::ArrivedAlert made;
        made.fingerprint = fingerprint;
        made.labels = {{u"alertname"_s, u"Errors"_s}, {u"service"_s, u"checkout"_s}, {u"region"_s, region}};
        made.startsAt = m_clock.now();
        return made;
    };
    m_firing->setReadings({{u"am"_s, m_clock.now(), false, {alert(u"f1"_s, u"eu"_s), alert(u"f2"_s, u"us"_s)}}});
    const models::DeclarationOffer offer = *m_firing->offerOf(m_firing->index(0, 0));
    QVERIFY(!offer.labels.contains(u"region"_s)); // of one of them alone
    m_window->offer(offer);
    auto *service = part<QLineEdit>(u"startField_service"_s);
    QCOMPARE(service->text(), u"checkout"_s);
    service->setText(u"payment"_s); // what somebody typed counts
    m_window->offer(offer);
    QCOMPARE(service->text(), u"payment"_s);
    use(u"severity-ladder"_s);
    QCOMPARE(part<QLineEdit>(u"startField_service"_s)->text(), u"payment"_s);
    m_window->declared();
    QCOMPARE(part<QLineEdit>(u"startField_service"_s)->text(), QString()); // it was about that alert
}

void TestStartWindow::labelsOfAnAlertThatIsLeftOutAnswerNothing()
{
    m_window->setRememberedFields({{u"nine-step"_s, QJsonObject{{u"service"_s, u"search"_s}}}});
    models::DeclarationOffer offer;
    offer.title = u"Errors"_s;
    offer.labels = {{u"service"_s, u"checkout"_s}};
    const auto service = [this] { return part<QLineEdit>(u"startField_service"_s); };
    const auto leave = [this] { QTest::keyClick(part<QPushButton>(u"startLeaveAlert"_s), Qt::Key_Space); };
    m_window->offer(offer);
    QCOMPARE(service()->text(), u"checkout"_s);
    leave();
    QCOMPARE(service()->text(), u"search"_s);
    service()->clear();
    use(u"severity-ladder"_s);
    QCOMPARE(service()->text(), QString());
    use(u"nine-step"_s);
    m_window->offer(offer);
    for (const QString &typed : {u"payment"_s, QString()}) { // what somebody wrote, or took away, is not the alert's
        service()->setText(typed);
        leave();
        QCOMPARE(service()->text(), typed);
        m_window->offer(offer);
    }
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

void TestStartWindow::everyWidgetHasAName()
{
    m_window->showFirstRun({});
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
