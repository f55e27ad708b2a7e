// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"
#include "windowchecks.h"

#include "shell/mainwindow.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// From the declaration to resolved in each of the five processes, by the keyboard alone, in the real window (ux 5.2, item 19).
class TestStories : public QObject
{
    Q_OBJECT
private slots:
    void declaredToResolved_data();
    void declaredToResolved();

private:
    views::Theme m_theme;
};

void TestStories::declaredToResolved_data()
{
    QTest::addColumn<QString>("severity");
    QTest::newRow("helpdeskflow") << QString();
    QTest::newRow("sre-directorate") << u"SEV3"_s;
    QTest::newRow("community-hub") << QString();
    QTest::newRow("nine-step") << QString();
    QTest::newRow("severity-ladder") << u"1"_s;
}

void TestStories::declaredToResolved()
{
    QFETCH(QString, severity);
    const QString process = QString::fromLatin1(QTest::currentDataTag());
    LiveWindow live(m_theme, {.process = process, .severity = severity});
    QTest::keySequence(QApplication::focusWidget() ? QApplication::focusWidget() : live.window(), QKeySequence(u"Ctrl+L"_s));
    QCOMPARE(QApplication::focusWidget(), live.quickEntry());
    for (const QString &line : linesOf(u"stories/%1.txt"_s.arg(process))) {
        const qint64 before = live.feed().state().eventCount;
        typeText(line);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY2(live.feed().state().eventCount > before, qPrintable(line));
        QCOMPARE(QApplication::focusWidget(), live.quickEntry());
    }
    QVERIFY(live.feed().state().resolvedAt.isSet());
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    QCOMPARE(live.feed().saveStatus().notSaved, 0);
}

QTEST_MAIN(TestStories)
#include "tst_stories.moc"
