// SPDX-License-Identifier: GPL-3.0-or-later
#include "troubledwindow.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "commanddesk.h"
#include "recordguard.h"
#include "shell/mainwindow.h"
#include "shell/paneldocks.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;
using views::Message;

/// What the window says and offers when something is wrong with the file of its record (ux 2.8).
class TestWindowErrors : public QObject
{
    Q_OBJECT
private slots:
    void aChangedRecordIsShownAndNeverWrittenBehind();
    void aRecordAsItWasWrittenIsNotSpokenOf();
    void aNewerFileIsOpenedToLook();
    void whatWritesSaysWhyItCannot_data();
    void whatWritesSaysWhyItCannot();
    void aFileThatWasMovedLosesNothing();
    void aCopyHoldsWhatTheDiskRefused();

private:
    views::Theme m_theme;
};

void TestWindowErrors::aChangedRecordIsShownAndNeverWrittenBehind()
{
    const MadeFile file;
    QVERIFY(file.bytes().contains("\"pods restart\""));
    const QByteArray bytes = file.bytes().replace("\"pods restart\"", "\"pods are up.\"");
    file.write(bytes);
    LiveWindow live(m_theme, file.path());
    QTRY_VERIFY(said(messages(live), u"not-verified"_s));
    const Message message = *said(messages(live), u"not-verified"_s);
    QCOMPARE(message.kind, Message::Kind::Fault);
    QVERIFY2(message.text.startsWith(u"Entry E2 does not match"), qPrintable(message.text));
    QVERIFY(live.feed().saveStatus().readOnly);
    const auto count = live.feed().state().eventCount;
    enterLine(live, u"one more"_s);
    QCOMPARE(live.feed().state().eventCount, count);

    press(message, u"Export evidence…"_s);
    const QString evidence = file.beside(u"evidence.fireline"_s);
    choosePlace(live.window(), evidence);
    QTRY_VERIFY(said(messages(live), u"copy"_s));
    QCOMPARE(MadeFile::bytesOf(evidence), bytes);
    QVERIFY(MadeFile::bytesOf(evidence + u".txt"_s).contains("Entry E2"));
    QCOMPARE(file.bytes(), bytes);
}

void TestWindowErrors::aRecordAsItWasWrittenIsNotSpokenOf()
{
    const MadeFile file(u"sre-directorate"_s, u"SEV1"_s); // of a draft the window speaks
    LiveWindow live(m_theme, file.path());
    QSignalSpy checked(&live.incident().guard(), &window::RecordGuard::checked);
    QVERIFY(checked.wait());
    QVERIFY2(messages(live).count() == 0, qPrintable(messages(live).messages().value(0).text));
    QVERIFY(!live.feed().saveStatus().readOnly);
}

void TestWindowErrors::aNewerFileIsOpenedToLook()
{
    const MadeFile file;
    QByteArray bytes = file.bytes();
    bytes[63] = 99; // the format's number
    file.write(bytes);
    LiveWindow live(m_theme, file.path());
    const Message *message = said(messages(live), u"look-only"_s);
    QVERIFY(message);
    QVERIFY(message->source.contains(u"newer"));
    QVERIFY(live.feed().saveStatus().readOnly);
    QCOMPARE(live.feed().state().entries.last().text, u"the queue grows"_s);
}

void TestWindowErrors::whatWritesSaysWhyItCannot_data()
{
    QTest::addColumn<bool>("newer");
    QTest::newRow("a newer file") << true;
    QTest::newRow("a changed record") << false;
}

/// In every panel, whatever it does with its controls: each that would write is off and says why; what reads is as it was.
void TestWindowErrors::whatWritesSaysWhyItCannot()
{
    QFETCH(const bool, newer);
    const MadeFile file(u"sre-directorate"_s, u"SEV1"_s);
    QByteArray bytes = file.bytes();
    if (newer)
        bytes[63] = 99;
    else
        bytes.replace("\"pods restart\"", "\"pods are up.\"");
    file.write(bytes);
    LiveWindow live(m_theme, file.path());
    QTRY_VERIFY(live.feed().saveStatus().readOnly);
    auto &window = live.incident().window();
    const QString reason = u"This incident is open to look only. Nothing can be recorded here."_s;
    QStringList faults;
    int barred = 0;
    int reading = 0;
    for (const views::PanelDescriptor &panel : window.docks().panels()) {
        window.docks().show(panel.id);
        QCoreApplication::sendPostedEvents();
        for (const QWidget *control : panel.widget->findChildren<QWidget *>()) {
            const bool button = qobject_cast<const QPushButton *>(control) || qobject_cast<const QToolButton *>(control);
            const bool field = qobject_cast<const QComboBox *>(control) || qobject_cast<const QPlainTextEdit *>(control);
            const bool inParts = qobject_cast<const QTabBar *>(control->parentWidget()) || control->property("readOnly").toBool();
            if (!control->isVisible() || !(button || field) || inParts)
                continue;
            if (views::isMarkedReading(*control)) {
                reading += control->isEnabled();
                continue;
            }
            ++barred;
            if (control->isEnabled() || control->toolTip() != reason)
                faults.append(panel.id + u": "_s + control->objectName() + u": "_s + control->toolTip());
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY2(barred > 25 && reading > 5, qPrintable(u"%1 %2"_s.arg(barred).arg(reading)));
    for (const char *id : {"entry.undo", "orders.newAction", "status.write", "roles.takeCommand", "timeline.pin"}) {
        const QAction *action = window.actions().action(QString::fromLatin1(id));
        QVERIFY2(action && action->isVisible() && !action->isEnabled(), id);
        QCOMPARE(window.actions().whyNot(QString::fromLatin1(id)), reason);
    }
    QVERIFY(window.actions().action(u"timeline.find"_s)->isEnabled());
    // A key is answered, and what is asked past the controls is refused with the same words.
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(u"Ctrl+Shift+A"_s));
    QVERIFY(said(messages(live), u"whyNot"_s));
    QCOMPARE(said(messages(live), u"whyNot"_s)->text, reason);
    const auto done = live.incident().desk().submitQuietly({domain::Verb::Note, {}, {}, {{u"text"_s, u"no"_s}}});
    QVERIFY(!done);
    QCOMPARE(done.problem().text, reason);
    // Through a perspective that has none of them, and back.
    window.setPerspective(views::Perspective::Observer);
    window.setPerspective(views::Perspective::Comms);
    const auto *snooze = window.findChild<QPushButton *>(u"clocksSnoozeButton"_s);
    QTRY_VERIFY(snooze->isVisible() && !snooze->isEnabled());
    QCOMPARE(snooze->toolTip(), reason);
}

void TestWindowErrors::aFileThatWasMovedLosesNothing()
{
    const MadeFile file;
    LiveWindow live(m_theme, file.path());
    const QString away = file.beside(u"away.fireline"_s);
    QVERIFY(QFile::rename(file.path(), away));
    enterLine(live, u"typed into the void"_s);
    QTRY_COMPARE(live.feed().saveStatus().notSaved, 1);
    QVERIFY(said(messages(live), u"disk"_s));
    QVERIFY(said(messages(live), u"disk"_s)->text.contains(u"moved"));
    QVERIFY(QFile::rename(away, file.path()));
    press(*said(messages(live), u"disk"_s), u"Try again"_s);
    QTRY_COMPARE(live.feed().saveStatus().notSaved, 0);
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    QCOMPARE(textsIn(file.path()).last(), u"typed into the void"_s);
}

void TestWindowErrors::aCopyHoldsWhatTheDiskRefused()
{
    const MadeFile file;
    LiveWindow live(m_theme, file.path());
    enterLine(live, u"still there"_s);
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    QVERIFY(QFile::remove(file.path()));
    enterLine(live, u"after it was deleted"_s);
    QTRY_VERIFY(said(messages(live), u"disk"_s));
    press(*said(messages(live), u"disk"_s), u"Save a copy…"_s);
    const QString copy = file.beside(u"copy.fireline"_s);
    choosePlace(live.window(), copy);
    QTRY_VERIFY(said(messages(live), u"copy"_s));
    QVERIFY2(said(messages(live), u"copy"_s)->kind == Message::Kind::Info, qPrintable(said(messages(live), u"copy"_s)->text));
    QCOMPARE(textsIn(copy).size(), 5);
    QCOMPARE(textsIn(copy).last(2), (QStringList{u"still there"_s, u"after it was deleted"_s}));
    QSignalSpy wanted(&live.incident(), &window::IncidentWindow::fileRequested);
    press(*said(messages(live), u"copy"_s), u"Go on in the copy"_s);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(live.window()->close()); // nothing is lost by it any more
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestWindowErrors test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowerrors.moc"
