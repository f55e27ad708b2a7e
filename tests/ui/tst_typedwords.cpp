// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"

#include "shell/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

namespace {

/// As the platform sends it: to the window that has the keyboard, which gives it to an open list.
void press(const QString &keys)
{
    const QKeyCombination key = QKeySequence(keys)[0];
    QTest::keyClick(QApplication::focusWindow(), key.key(), key.keyboardModifiers());
}

void type(const QString &text)
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWindow(), Qt::Key(letter.toUpper().unicode()), QString(letter),
                            Qt::NoModifier);
}

} // namespace

/// What is typed lands where it was meant, whatever was open before (ux 1.1).
class TestTypedWords : public QObject
{
    Q_OBJECT
private slots:
    void aCommandsKeyClosesAnOpenList_data();
    void aCommandsKeyClosesAnOpenList();

private:
    views::Theme m_theme;
};

void TestTypedWords::aCommandsKeyClosesAnOpenList_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("inEntry");
    QTest::newRow("names, quick entry") << u"statusBy"_s << u"Ctrl+L"_s << true;
    QTest::newRow("names, region") << u"statusBy"_s << u"F6"_s << false;
    QTest::newRow("names, palette") << u"statusBy"_s << u"Ctrl+K"_s << false;
    QTest::newRow("names, panel") << u"statusBy"_s << u"Ctrl+4"_s << false;
    QTest::newRow("choices, quick entry") << u"statusState"_s << u"Ctrl+L"_s << true;
}

void TestTypedWords::aCommandsKeyClosesAnOpenList()
{
    QFETCH(const QString, field);
    QFETCH(const QString, key);
    LiveWindow live(m_theme, {.fill = fillBusy});
    press(u"Ctrl+3"_s);
    auto *where = live.window()->findChild<QWidget *>(field);
    QVERIFY(where);
    QTRY_VERIFY(where->isVisible());
    where->setFocus();
    auto *line = qobject_cast<QLineEdit *>(where);
    if (line) {
        QVERIFY(line->completer());
        type(line->completer()->model()->index(0, 0).data().toString().left(1));
    } else if (auto *box = qobject_cast<QComboBox *>(where)) {
        box->showPopup();
    }
    const QString typed = line ? line->text() : QString();
    QCOMPARE(typed.size(), line ? 1 : 0);
    QTRY_VERIFY(QApplication::activePopupWidget());
    press(key);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget() != where);
    if (line)
        QCOMPARE(line->text(), typed);
    QFETCH(const bool, inEntry);
    if (!inEntry)
        return;
    type(u"/note seen"_s);
    QCOMPARE(qobject_cast<QPlainTextEdit *>(live.quickEntry())->toPlainText(), u"/note seen"_s);
}

QTEST_MAIN(TestTypedWords)
#include "tst_typedwords.moc"
