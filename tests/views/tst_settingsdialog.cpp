// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "settings/keysmodel.h"
#include "settings/settingsdialog.h"
#include "settings/sourcespage.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::views;
using models::Channel;
using models::Matter;
using models::Preferences;
using models::Reach;

/// Settings by key presses: each change holds at once, and a key that is taken is refused with the reason.
class TestSettingsDialog : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void showsWhatIsPreferred();
    void changesHoldAtOnce();
    void aNameBeingTypedIsKeptOnEscape();
    void matrixHasOnlyWaysThereAre();
    void arrowsWalkInTheMatrix();
    void aKeyIsGivenAndTakenBack();
    void aTakenKeyIsRefused();
    void letterKeysCanBeOff();
    void changesFromElsewhereAreShown();
    void refusalsAreShown();
    void aPasswordIsGivenAwayAndNotKept();
    void aSourceIsSetUpByKeys();
    void keysAreAModel();
    void everyWidgetHasAName();

private:
    template<typename T>
    T *part(const QString &name)
    {
        return m_dialog->findChild<T *>(name);
    }
    void page(int number) { part<QTabBar>(u"settingsTabs"_s)->setCurrentIndex(number); }
    void press(const QString &name)
    {
        auto *button = part<QAbstractButton>(name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    void choose(const QString &id);
    Preferences last() { return m_changes->isEmpty() ? Preferences() : m_changes->last().at(0).value<Preferences>(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ActionRegistry> m_registry;
    std::unique_ptr<SettingsDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_changes;
};

void TestSettingsDialog::init()
{
    m_theme = std::make_unique<Theme>();
    m_window = std::make_unique<QWidget>();
    m_registry = std::make_unique<ActionRegistry>(m_window.get());
    m_registry->add({u"entry.focus"_s, u"Go to quick entry"_s, u"Types."_s, u"entry"_s, {}, {QKeySequence(u"Ctrl+L"_s)}}, [] {});
    m_registry->add({u"timeline.gotoTime"_s, u"Go to time…"_s, u"Jumps."_s, u"view"_s, {}, {QKeySequence(u"Ctrl+G"_s)}}, [] {});
    m_dialog = std::make_unique<SettingsDialog>(
        *m_registry, *m_theme,
        SettingsChoices{{{u"nine-step"_s, u"Nine"_s}, {u"severity-ladder"_s, u"Ladder"_s}}, {{u"de"_s, u"Deutsch"_s}}});
    m_changes = std::make_unique<QSignalSpy>(m_dialog.get(), &SettingsDialog::changed);
    Preferences preferences;
    preferences.name = u"Ana"_s;
    preferences.process = u"severity-ladder"_s;
    m_dialog->setPreferences(preferences);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestSettingsDialog::cleanup()
{
    m_changes.reset();
    m_dialog.reset();
    m_registry.reset();
    m_window.reset();
}

void TestSettingsDialog::choose(const QString &id)
{
    page(3);
    auto *table = part<QTableView>(u"settingsKeys"_s);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data(KeysModel::IdRole).toString() == id)
            table->setCurrentIndex(table->model()->index(row, 0));
    }
    QCOMPARE(table->currentIndex().data(KeysModel::IdRole).toString(), id);
}

void TestSettingsDialog::showsWhatIsPreferred()
{
    QCOMPARE(part<QLineEdit>(u"settingsName"_s)->text(), u"Ana"_s);
    QCOMPARE(part<QComboBox>(u"settingsProcess"_s)->currentText(), u"Ladder"_s);
    QVERIFY(part<QCheckBox>(u"settingsReopen"_s)->isChecked());
    QVERIFY(m_changes->isEmpty());
}

void TestSettingsDialog::changesHoldAtOnce()
{
    press(u"settingsKeepRecent"_s);
    QCOMPARE(last().keepRecent, false);
    QCOMPARE(last().name, u"Ana"_s);
    auto *process = part<QComboBox>(u"settingsProcess"_s);
    process->setFocus();
    QTest::keyClick(process, Qt::Key_Up);
    QCOMPARE(last().process, u"nine-step"_s);
    page(1);
    auto *colours = part<QComboBox>(u"settingsColours"_s);
    colours->setFocus();
    QTest::keyClick(colours, Qt::Key_End);
    QCOMPARE(last().colours, Preferences::Colours::HighContrast);
    QCOMPARE(m_theme->choice(), Theme::Choice::HighContrast);
    auto *size = part<QWidget>(u"settingsTextSize"_s);
    size->setFocus();
    QTest::keyClick(size, Qt::Key_Up);
    QCOMPARE(last().textSize, 110);
    QCOMPARE(m_theme->textSize(), 110);
    QCOMPARE(last().keepRecent, false);
}

void TestSettingsDialog::aNameBeingTypedIsKeptOnEscape()
{
    auto *name = part<QLineEdit>(u"settingsName"_s);
    name->setFocus();
    QTest::keyClicks(name, u" Silva"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(m_dialog->isHidden());
    QCOMPARE(last().name, u"Ana Silva"_s);
}

void TestSettingsDialog::matrixHasOnlyWaysThereAre()
{
    page(2);
    const auto nameOf = [](Reach way) { return u"settingsReach%1%2"_s.arg(int(way.matter)).arg(int(way.channel)); };
    for (int matter = 0; matter <= int(Matter::DrillStop); ++matter) {
        for (const Channel channel : {Channel::Soon, Channel::Desktop, Channel::Sound, Channel::Attention}) {
            const Reach way{Matter(matter), channel};
            const auto *box = part<QCheckBox>(nameOf(way));
            QCOMPARE(box != nullptr, fireline::models::canReach(way));
            if (box)
                QVERIFY(box->isChecked() && !box->accessibleName().isEmpty());
        }
    }
    QCOMPARE(part<QCheckBox>(nameOf({Matter::CallBack, Channel::Sound}))->accessibleName(), u"Call-back: Sound"_s);
    press(nameOf({Matter::CallBack, Channel::Sound}));
    QVERIFY(!last().reaches({Matter::CallBack, Channel::Sound}));
    QVERIFY(last().reaches({Matter::OutsideUpdate, Channel::Sound}));
    QVERIFY(last().reaches({Matter::CallBack, Channel::Desktop}));
    QSignalSpy sounds(m_dialog.get(), &SettingsDialog::soundTestRequested);
    press(u"settingsSound"_s);
    QCOMPARE(sounds.size(), 1);
}

// As in a table: up, down, left and right, past places without a box, and no further than its end.
void TestSettingsDialog::arrowsWalkInTheMatrix()
{
    page(2);
    const auto at = [](Matter matter, Channel channel) { return u"settingsReach%1%2"_s.arg(int(matter)).arg(int(channel)); };
    part<QWidget>(at(Matter::CallBack, Channel::Sound))->setFocus();
    const auto walk = [this](Qt::Key key, const QString &to) {
        QTest::keyClick(QApplication::focusWidget(), key);
        QCOMPARE(QApplication::focusWidget()->objectName(), to);
    };
    walk(Qt::Key_Right, at(Matter::CallBack, Channel::Sound)); // it never asks for the window
    walk(Qt::Key_Up, at(Matter::OutsideUpdate, Channel::Sound));
    walk(Qt::Key_Up, at(Matter::OutsideUpdate, Channel::Sound));
    walk(Qt::Key_Left, at(Matter::OutsideUpdate, Channel::Desktop));
    walk(Qt::Key_Left, at(Matter::OutsideUpdate, Channel::Soon));
    walk(Qt::Key_Down, at(Matter::InsideUpdate, Channel::Soon));
    part<QWidget>(at(Matter::Command, Channel::Sound))->setFocus();
    walk(Qt::Key_Down, at(Matter::DrillStop, Channel::Sound));
    walk(Qt::Key_Left, at(Matter::DrillStop, Channel::Sound));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(!last().reaches({Matter::DrillStop, Channel::Sound}));
}

void TestSettingsDialog::aKeyIsGivenAndTakenBack()
{
    choose(u"timeline.gotoTime"_s);
    auto *typed = part<QWidget>(u"settingsNewKey"_s);
    QTest::keyClick(part<QTableView>(u"settingsKeys"_s), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), typed);
    QTest::keyClick(typed, Qt::Key_Y, Qt::ControlModifier);
    press(u"settingsUseKey"_s);
    QCOMPARE(last().keys, (QMap<QString, QStringList>{{u"timeline.gotoTime"_s, {u"Ctrl+Y"_s}}}));
    QCOMPARE(m_registry->action(u"timeline.gotoTime"_s)->shortcut(), QKeySequence(u"Ctrl+Y"_s));
    press(u"settingsNoKey"_s);
    QVERIFY(m_registry->action(u"timeline.gotoTime"_s)->shortcuts().isEmpty());
    press(u"settingsFirstKey"_s);
    QVERIFY(last().keys.isEmpty());
    QCOMPARE(m_registry->action(u"timeline.gotoTime"_s)->shortcut(), QKeySequence(u"Ctrl+G"_s));
}

void TestSettingsDialog::aTakenKeyIsRefused()
{
    choose(u"timeline.gotoTime"_s);
    auto *typed = part<QWidget>(u"settingsNewKey"_s);
    auto *problem = part<QLabel>(u"settingsKeysProblem"_s);
    for (const Qt::Key key : {Qt::Key_L, Qt::Key_E}) { // taken; needed by text fields
        problem->hide();
        typed->setFocus();
        QTest::keyClick(typed, key, Qt::ControlModifier);
        press(u"settingsUseKey"_s);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().size() > 10);
        QCOMPARE(m_registry->action(u"timeline.gotoTime"_s)->shortcut(), QKeySequence(u"Ctrl+G"_s));
        QCOMPARE(m_registry->action(u"entry.focus"_s)->shortcut(), QKeySequence(u"Ctrl+L"_s));
        QVERIFY(m_registry->userKeys().isEmpty());
    }
    QVERIFY(m_changes->isEmpty());
}

void TestSettingsDialog::letterKeysCanBeOff()
{
    page(3);
    QVERIFY(m_registry->letterKeys());
    press(u"settingsLetterKeys"_s);
    QVERIFY(!m_registry->letterKeys());
    QVERIFY(!last().letterKeys);
}

void TestSettingsDialog::changesFromElsewhereAreShown()
{
    auto *name = part<QLineEdit>(u"settingsName"_s);
    name->setFocus();
    QTest::keyClicks(name, u" Silva"_s);
    Preferences other = m_dialog->preferences();
    other.textSize = 150; // by a key in another window
    other.answers = {{u"nine-step"_s, QJsonObject{{u"service"_s, u"checkout"_s}}}};
    m_dialog->setPreferences(other);
    QCOMPARE(name->text(), u"Ana Silva"_s);
    press(u"settingsReopen"_s);
    QCOMPARE(last().textSize, 150);
    QCOMPARE(last().answers, other.answers);
    QCOMPARE(last().name, u"Ana Silva"_s);
}

void TestSettingsDialog::refusalsAreShown()
{
    m_dialog->refused({domain::Problem::Kind::Io, u"settings-unwritable"_s, u"It cannot be written."_s, {}, {}, {}});
    auto *problem = part<QLabel>(u"settingsProblem"_s);
    QVERIFY(problem->isVisible() && problem->text().contains(u"It cannot be written."_s));
    press(u"settingsReopen"_s);
    QVERIFY(problem->isHidden());
}

void TestSettingsDialog::aPasswordIsGivenAwayAndNotKept()
{
    page(0);
    QSignalSpy given(m_dialog.get(), &SettingsDialog::passwordGiven);
    part<QLineEdit>(u"settingsBackend"_s)->setText(u"postgresql://ana@db1/incidents"_s);
    auto *field = part<QLineEdit>(u"settingsPassword"_s);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    field->setFocus();
    QTest::keyClicks(field, u"horse battery"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(given.count(), 1);
    QCOMPARE(given.first().at(0).toString(), u"postgresql://ana@db1/incidents"_s);
    QCOMPARE(given.first().at(1).toString(), u"horse battery"_s);
    QVERIFY(field->text().isEmpty());
    QTest::keyClick(field, Qt::Key_Return); // nothing was typed: the one that is kept stays
    QCOMPARE(given.count(), 1);
    const QSignalSpy forgotten(m_dialog.get(), &SettingsDialog::forgetPasswordRequested);
    QTest::keyClicks(field, u"half typed"_s);
    QTest::keyClick(field, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(forgotten.count(), 1);
    QCOMPARE(forgotten.first().at(0).toString(), u"postgresql://ana@db1/incidents"_s);
    m_dialog->sayOfBackend(u"No password store is running."_s);
    QVERIFY(part<QLabel>(u"settingsPasswordNote"_s)->isVisibleTo(m_dialog.get()));
}

void TestSettingsDialog::aSourceIsSetUpByKeys()
{
    page(4);
    QSignalSpy given(&m_dialog->sources(), &SourcesPage::secretGiven);
    QSignalSpy tried(&m_dialog->sources(), &SourcesPage::tryRequested);
    QVERIFY(part<QLineEdit>(u"settingsSourceName"_s)->isHidden());
    press(u"settingsAddSource"_s);
    const auto type = [](const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); };
    const auto tab = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); };
    type(u"graphs"_s);
    tab();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // Alertmanager, then Prometheus
    tab();
    type(u"https://ana:hunter2@metrics.example"_s);
    press(u"settingsTrySource"_s);
    const auto *said = part<QLabel>(u"settingsSourceSaid"_s);
    QVERIFY2(said->text().contains(u"out of the address"_s), qPrintable(said->text()));
    QVERIFY(tried.isEmpty() && last().monitoring.sources.isEmpty());
    auto *address = part<QLineEdit>(u"settingsSourceAddress"_s);
    address->setFocus();
    address->selectAll();
    type(u"https://metrics.example"_s);
    tab();
    QCOMPARE(last().monitoring.sources.value(0).name, u"graphs"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(part<QWidget>(u"settingsSourceSecret"_s)->accessibleName(), u"Password"_s);
    tab();
    type(u"ana"_s);
    tab();
    QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->echoMode(), QLineEdit::Password);
    type(u"horse battery"_s);
    press(u"settingsTrySource"_s);
    QCOMPARE(given.size(), 1);
    QCOMPARE(given.first().at(2).toString(), u"horse battery"_s);
    QVERIFY(part<QLineEdit>(u"settingsSourceSecret"_s)->text().isEmpty());
    const auto source = last().monitoring.sources.value(0);
    QCOMPARE(source.user + u' ' + models::systemName(source.kind), u"ana Prometheus"_s);
    QCOMPARE(given.first().at(0).value<models::MonitoringSource>(), source);
    QCOMPARE(tried.size(), 1);
    m_dialog->sources().say(source, u"It answers."_s);
    QCOMPARE(said->text(), u"It answers."_s);
    // Called otherwise it is still the same.
    auto *name = part<QLineEdit>(u"settingsSourceName"_s);
    name->setFocus();
    name->selectAll();
    type(u"shop"_s);
    tab();
    const auto renamed = last().monitoring.sources.value(0);
    QCOMPARE(renamed.name, u"shop"_s);
    QCOMPARE(models::lastingName(renamed), models::lastingName(source));
    QVERIFY(models::areAskedAlike(renamed, source));
    // What is said of another one is not said here, and what is not complete stays while other settings change.
    press(u"settingsAddSource"_s);
    m_dialog->sources().say(renamed, u"It answers."_s);
    QVERIFY(said->isHidden());
    Preferences other = m_dialog->preferences();
    other.textSize = 150;
    m_dialog->setPreferences(other);
    QCOMPARE(part<QComboBox>(u"settingsSources"_s)->count(), 2);
    QSignalSpy removed(&m_dialog->sources(), &SourcesPage::removed);
    press(u"settingsRemoveSource"_s);
    press(u"settingsRemoveSource"_s);
    QCOMPARE(removed.size(), 2);
    QVERIFY(last().monitoring.sources.isEmpty());
}

void TestSettingsDialog::keysAreAModel()
{
    KeysModel model(*m_registry);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_registry->add({u"later.one"_s, u"Later"_s, u"Later."_s, {}, {}}, [] {});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(2, KeysModel::Command).data().toString(), u"Later"_s);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Go to quick entry, Ctrl+L"_s);
    QSignalSpy changes(&model, &KeysModel::dataChanged);
    m_registry->setUserKeys({{u"entry.focus"_s, {}}});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.index(0, KeysModel::Keys).data().toString(), QString());
}

void TestSettingsDialog::everyWidgetHasAName()
{
    int seen = 0;
    for (int number = 0; number < 5; ++number) {
        page(number);
        for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || widget->window() != m_dialog.get()
                || widget->objectName().startsWith(u"qt_"_s))
                continue;
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const QString name = !widget->accessibleName().isEmpty() ? widget->accessibleName()
                                 : button                            ? button->text()
                                                                     : QString();
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
            ++seen;
        }
    }
    QVERIFY(seen > 25);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
