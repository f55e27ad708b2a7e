// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "checklist/nextstep.h"
#include "guide/guidemodel.h"
#include "livewindow.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "windowprogram.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;
namespace guide = fireline::models::guide;

namespace {

/// What somebody presses who does what the guide says. Lines are typed into quick entry, with Enter at their end.
struct Way
{
    QString line;
    QList<QKeySequence> keys = {};
};

const QHash<QString, Way> &ways()
{
    static const QHash<QString, Way> all{
        {u"claim"_s, {u"/claim"_s}},
        {u"note"_s, {u"Customers cannot pay by card"_s}},
        {u"real"_s, {u"/confirm real"_s}},
        {u"lead"_s, {u"/role @Bo tech"_s}},
        {u"comms"_s, {u"/role @Cy comms"_s}},
        {u"severity"_s, {u"/sev 2 a third of all payments fails"_s}},
        {u"order"_s, {u"/action @Bo find out what changed +5m"_s}},
        {u"ack"_s, {}}, // Bo does it
        {u"hypothesis"_s, {u"/hyp the new version breaks payments"_s}},
        {u"update"_s, {{}, {QKeySequence(u"Ctrl+Shift+R"_s), QKeySequence(u"Ctrl+Return"_s)}}},
        {u"mitigation"_s, {u"/mitigation Rollback take the new version back for #H1"_s}},
        {u"result"_s, {u"/result #M1 restored"_s}},
        {u"resolve"_s, {u"/resolve next_steps=\"Try each version on a few payments first\""_s}},
        {u"last_word"_s, {{}, {QKeySequence(u"Ctrl+Shift+R"_s), QKeySequence(u"Ctrl+Return"_s)}}},
    };
    return all;
}

constexpr int patience = 60000;

} // namespace

/// A newcomer plays the first drill from the start window to its end, by the keyboard alone and by nothing but what the guide
/// says (issue 4, "To show").
class TestGuidedDrill : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void isPlayedToItsEndByTheGuide();
    void ticksWhateverWayItIsDone();
    void saysWhatStandsInTheWay();
    void hiddenItStaysHidden();
    void aDrillWithoutAGuideHasNone();

private:
    void startProgram(const QString &drill, double speed);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void press(const QKeySequence &keys) { QTest::keySequence(QApplication::focusWidget(), keys); }
    [[nodiscard]] bool focusIsOn(const QString &name) const;
    [[nodiscard]] bool windowComes();
    /// By a menu, which asks before it opens what can be done.
    void trigger(const QString &id);
    void follow(const QModelIndex &step);
    void endsWithoutContradiction();

    [[nodiscard]] window::IncidentWindow &incident() { return *m_program->windows().first(); }
    [[nodiscard]] QWidget *band() { return incident().window().findChild<QWidget *>(u"guide"_s); }
    [[nodiscard]] QString text(const QString &name)
    {
        return band()->findChild<QLabel *>(u"guide."_s + name)->text().remove(QChar(0x2060));
    }
    [[nodiscard]] models::GuideModel *model() { return incident().window().findChild<models::GuideModel *>(); }
    [[nodiscard]] guide::Step step(int row) { return guide::Step(model()->index(row).data(guide::StepRole).toInt()); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<window::WindowProgram> m_program;
};

void TestGuidedDrill::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    for (const auto &[variable, folder] :
         {std::pair{"XDG_DATA_HOME", "data"}, std::pair{"XDG_CONFIG_HOME", "config"}, std::pair{"XDG_STATE_HOME", "state"}})
        qputenv(variable, m_home->filePath(QString::fromLatin1(folder)).toLocal8Bit());
}

void TestGuidedDrill::cleanup()
{
    m_program.reset();
}

void TestGuidedDrill::startProgram(const QString &drill, double speed)
{
    m_program.reset();
    window::WindowOptions options;
    options.drill = drill;
    options.speed = speed;
    m_program = std::make_unique<window::WindowProgram>(options, window::TestHooks());
    m_program->start();
}

void TestGuidedDrill::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

bool TestGuidedDrill::focusIsOn(const QString &name) const
{
    return QApplication::focusWidget() && QApplication::focusWidget()->objectName() == name;
}

bool TestGuidedDrill::windowComes()
{
    return QTest::qWaitFor([this] { return !m_program->windows().isEmpty() && incident().isFilled(); }, patience)
           && QTest::qWaitForWindowActive(&incident().window(), patience);
}

void TestGuidedDrill::trigger(const QString &id)
{
    views::ActionRegistry &actions = incident().window().actions();
    QVERIFY2(actions.action(id), qPrintable(id));
    actions.refresh();
    actions.action(id)->trigger();
}

/// Does what the guide says at this step, and where the keyboard is elsewhere, goes the way that the guide says first.
void TestGuidedDrill::follow(const QModelIndex &step)
{
    const QString id = step.data(guide::IdRole).toString();
    QVERIFY2(ways().contains(id), qPrintable(id));
    QVERIFY2(text(u"heading"_s).contains(step.data(guide::WhatRole).toString()), qPrintable(text(u"heading"_s)));
    const Way way = ways().value(id);
    for (const QKeySequence &keys : way.keys) {
        // What Ctrl+Shift+R shows takes the keyboard before it is read.
        QTRY_VERIFY(QApplication::focusWidget());
        press(keys);
    }
    if (way.line.isEmpty())
        return;
    QCOMPARE(text(u"how"_s).contains(u"Ctrl+L"_s), !focusIsOn(u"entry.field"_s));
    if (!focusIsOn(u"entry.field"_s))
        press(QKeySequence(u"Ctrl+L"_s));
    QVERIFY(focusIsOn(u"entry.field"_s));
    QVERIFY2(text(u"how"_s).contains(way.line.toHtmlEscaped()), qPrintable(text(u"how"_s)));
    typeText(way.line);
    press(Qt::Key_Return);
}

/// No warning stands, nothing is due or late, and what is next fits an incident that is over.
void TestGuidedDrill::endsWithoutContradiction()
{
    for (const views::Message &message : incident().window().messages().messages())
        QVERIFY2(message.kind == views::Message::Kind::Info, qPrintable(message.text));
    for (const domain::RunningClock &clock : incident().incident().clocks())
        QVERIFY2(!clock.running() || clock.state == domain::RunningClock::State::Running, qPrintable(clock.text));
    QVERIFY(incident().incident().state().resolvedAt.isSet());
    const QString next = incident().window().findChild<models::NextStep *>()->text();
    QVERIFY2(next.startsWith(u"The drill stops here. In a real incident: Next, before it can be closed: "_s), qPrintable(next));
}

void TestGuidedDrill::isPlayedToItsEndByTheGuide()
{
    startProgram({}, 60);
    QTRY_VERIFY(focusIsOn(u"startTitle"_s));
    press(Qt::Key_Y, Qt::AltModifier);
    QVERIFY(focusIsOn(u"firstRunName"_s));
    typeText(u"kim"_s);
    for (int step = 0; step < 3; ++step)
        press(Qt::Key_Return);
    QVERIFY(windowComes());
    QTRY_VERIFY(focusIsOn(u"entry.field"_s));
    QTRY_VERIFY(band()->isVisible());
    QVERIFY(model());
    for (int row = 0; row < model()->rowCount(); ++row) {
        QTRY_VERIFY_WITH_TIMEOUT(step(row) == guide::Step::Now || step(row) == guide::Step::Done, patience);
        if (step(row) == guide::Step::Now)
            follow(model()->index(row));
        if (QTest::currentTestFailed())
            return;
        QTRY_VERIFY2_WITH_TIMEOUT(step(row) == guide::Step::Done, qPrintable(model()->index(row).data().toString()), patience);
    }
    QTRY_VERIFY_WITH_TIMEOUT(text(u"heading"_s).contains(u"you passed"_s), patience);
    QVERIFY2(text(u"how"_s).contains(u"Nothing ran late."_s), qPrintable(text(u"how"_s)));
    endsWithoutContradiction();
    for (int row = 0; row < model()->rowCount(); ++row)
        QVERIFY(text(u"more"_s).contains(model()->index(row).data().toString()));
    QVERIFY(!band()->isAncestorOf(QApplication::focusWidget())); // and it took the keyboard at no time
    press(QKeySequence(u"Ctrl+L"_s));
    // From there to another drill.
    for (int stop = 0; stop < 60 && !focusIsOn(u"guide.again"_s); ++stop)
        press(Qt::Key_Tab);
    QVERIFY(focusIsOn(u"guide.again"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(focusIsOn(u"startDrills"_s));
}

void TestGuidedDrill::ticksWhateverWayItIsDone()
{
    startProgram(u"five-minutes"_s, 1);
    QVERIFY(windowComes());
    QCOMPARE(step(0), guide::Step::Now);
    // By a command of the window instead of a line.
    trigger(u"roles.takeCommand"_s);
    QCOMPARE(step(0), guide::Step::Done);
    // By somebody else.
    domain::Command role{domain::Verb::Note, {}, {}, {{u"text"_s, u"Bo writes it"_s}}};
    role.by = u"Bo"_s;
    QVERIFY(incident().incident().execute(role).ok());
    QCOMPARE(step(1), guide::Step::Done);
    QCOMPARE(step(2), guide::Step::Now);
}

void TestGuidedDrill::saysWhatStandsInTheWay()
{
    startProgram(u"five-minutes"_s, 1);
    QVERIFY(windowComes());
    QTRY_VERIFY(focusIsOn(u"entry.field"_s));
    const QString before = text(u"how"_s);
    trigger(u"drill.pause"_s);
    QVERIFY2(text(u"how"_s).contains(u"paused"_s), qPrintable(text(u"how"_s)));
    trigger(u"drill.pause"_s);
    QCOMPARE(text(u"how"_s), before);
    press(QKeySequence(u"Ctrl+4"_s)); // who looks on writes nothing
    QVERIFY2(text(u"how"_s).contains(u"only look on"_s), qPrintable(text(u"how"_s)));
    press(QKeySequence(u"Ctrl+1"_s));
    QVERIFY2(text(u"how"_s).contains(u"/claim"_s), qPrintable(text(u"how"_s)));
}

void TestGuidedDrill::hiddenItStaysHidden()
{
    startProgram(u"five-minutes"_s, 1);
    QVERIFY(windowComes());
    QTRY_VERIFY(focusIsOn(u"entry.field"_s));
    QTRY_VERIFY(band()->isVisible());
    press(QKeySequence(u"Shift+F1"_s));
    QVERIFY(!band()->isVisible());
    startProgram(u"five-minutes"_s, 1);
    QVERIFY(windowComes());
    QTRY_VERIFY(focusIsOn(u"entry.field"_s));
    QVERIFY(!band()->isVisible());
    const auto messages = incident().window().messages().messages();
    QVERIFY(std::any_of(messages.begin(), messages.end(),
                        [](const views::Message &message) { return message.text.contains(u"Shift+F1"_s); }));
    press(QKeySequence(u"Shift+F1"_s));
    QVERIFY(band()->isVisible());
    startProgram(u"five-minutes"_s, 1);
    QVERIFY(windowComes());
    QTRY_VERIFY(band()->isVisible());
}

void TestGuidedDrill::aDrillWithoutAGuideHasNone()
{
    startProgram(u"demo"_s, 1);
    QVERIFY(windowComes());
    QVERIFY(!band());
    QVERIFY(!incident().window().actions().action(u"drill.guide"_s));
}

QTEST_MAIN(TestGuidedDrill)
#include "tst_guideddrill.moc"
