// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/messagebar.h"

#include "theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace fireline::views;
using fireline::domain::Instant;
using fireline::domain::Span;

namespace {

struct Shown
{
    Theme theme;
    QWidget window;
    QLineEdit *field = new QLineEdit;
    MessageBar *bar = new MessageBar(theme);

    Shown()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(bar);
        layout->addWidget(field);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
    }
};

QStringList texts(const MessageBar &bar)
{
    QStringList all;
    for (const Message &message : bar.messages())
        all.append(message.text);
    return all;
}

} // namespace

/// Messages are said once, stay while they matter, and leave the keyboard alone.
class TestMessageBar : public QObject
{
    Q_OBJECT
private slots:
    void isHiddenUntilSomethingIsSaid();
    void neverTakesTheFocus();
    void saysKindTextAndSource();
    void keepsThreeAndRefusalsLongest();
    void aFaultStaysAndInformationGivesWay();
    void theKeyboardIsHandedOn();
    void sameIdIsReplaced();
    void onceIsOnce();
    void buttonRunsAndCloses();
    void narrowItKeepsItsWordsWide();
    void onlyInformationGoesByItself();
};

void TestMessageBar::isHiddenUntilSomethingIsSaid()
{
    Shown s;
    QVERIFY(!s.bar->isVisible());
    s.bar->show({Message::Kind::Info, u"Saved."_s});
    QVERIFY(s.bar->isVisible());
    QVERIFY(s.bar->closeNewest());
    QVERIFY(!s.bar->isVisible());
    QVERIFY(!s.bar->closeNewest());
}

void TestMessageBar::neverTakesTheFocus()
{
    Shown s;
    for (const auto kind : {Message::Kind::Info, Message::Kind::Warning, Message::Kind::Refusal}) {
        s.bar->show({kind, u"Something of kind %1."_s.arg(int(kind))});
        QVERIFY(s.field->hasFocus());
    }
    QTest::keyClicks(s.field, u"still typing"_s);
    QCOMPARE(s.field->text(), u"still typing"_s);
}

void TestMessageBar::saysKindTextAndSource()
{
    Shown s;
    s.bar->show({Message::Kind::Refusal, u"Only the commander can close it."_s, u"Process 4.2: who may close"_s});
    QCOMPARE(s.bar->accessibleName(), u"Not done: Only the commander can close it."_s);
    const auto *text = s.bar->findChild<QLabel *>(u"messageText"_s);
    QVERIFY(text->textInteractionFlags() & Qt::TextSelectableByMouse);
    QCOMPARE(text->textFormat(), Qt::PlainText);
    const auto *source = s.bar->findChild<QLabel *>(u"messageSource"_s);
    QVERIFY(source->isVisible());
    QCOMPARE(source->text(), u"Process 4.2: who may close"_s);
    QVERIFY(s.bar->closeNewest());
    QCOMPARE(s.bar->accessibleName(), u"Messages: none"_s);
}

void TestMessageBar::keepsThreeAndRefusalsLongest()
{
    Shown s;
    s.bar->show({Message::Kind::Refusal, u"first"_s});
    s.bar->show({Message::Kind::Info, u"second"_s});
    s.bar->show({Message::Kind::Info, u"third"_s});
    s.bar->show({Message::Kind::Info, u"fourth"_s});
    QCOMPARE(texts(*s.bar), QStringList({u"first"_s, u"third"_s, u"fourth"_s}));
    s.bar->show({Message::Kind::Warning, u"fifth"_s});
    QCOMPARE(texts(*s.bar), QStringList({u"first"_s, u"fourth"_s, u"fifth"_s}));
}

void TestMessageBar::aFaultStaysAndInformationGivesWay()
{
    Shown s;
    s.bar->show({Message::Kind::Fault, u"The record was changed."_s});
    for (const auto &text : {u"first"_s, u"second"_s, u"third"_s})
        s.bar->show({Message::Kind::Refusal, text});
    QCOMPARE(texts(*s.bar), QStringList({u"The record was changed."_s, u"second"_s, u"third"_s}));
    QCOMPARE(s.bar->findChild<QLabel *>(u"messageText"_s)->text(), u"The record was changed."_s);
    s.bar->show({Message::Kind::Info, u"taken back"_s}); // pushes nothing out that matters more
    QCOMPARE(texts(*s.bar), QStringList({u"The record was changed."_s, u"second"_s, u"third"_s}));
}

void TestMessageBar::theKeyboardIsHandedOn()
{
    Shown s;
    QObject::connect(s.bar, &MessageBar::focusLost, s.field, [&] { s.field->setFocus(); });
    s.bar->show({Message::Kind::Warning, u"one"_s, {}, {{u"Do"_s, [] {}}}});
    s.bar->show({Message::Kind::Warning, u"two"_s, {}, {{u"Do"_s, [] {}}}});
    s.bar->focusNewest();
    QVERIFY(s.bar->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(texts(*s.bar), QStringList(u"one"_s));
    QVERIFY(s.bar->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(s.bar->count(), 0);
    QVERIFY(s.field->hasFocus());
}

void TestMessageBar::sameIdIsReplaced()
{
    Shown s;
    s.bar->show({Message::Kind::Warning, u"3 entries are not saved."_s, {}, {}, u"disk"_s});
    s.bar->show({Message::Kind::Warning, u"4 entries are not saved."_s, {}, {}, u"disk"_s});
    QCOMPARE(texts(*s.bar), QStringList({u"4 entries are not saved."_s}));
    const auto *label = s.bar->findChild<QLabel *>(u"messageText"_s);
    QTRY_COMPARE(label->text(), u"4 entries are not saved."_s);
    QTRY_VERIFY(label->isVisible() && s.bar->height() > label->height());
    s.bar->close(u"disk"_s);
    QCOMPARE(s.bar->count(), 0);
}

void TestMessageBar::onceIsOnce()
{
    Shown s;
    const Message message{Message::Kind::Info, u"There is no notification service."_s, {}, {}, u"dbus"_s, true};
    s.bar->show(message);
    s.bar->show(message);
    QCOMPARE(s.bar->count(), 1);
    s.bar->findChild<QToolButton *>(u"closeMessage"_s)->click();
    QCOMPARE(s.bar->count(), 0);
    s.bar->show(message);
    QCOMPARE(s.bar->count(), 0);
}

void TestMessageBar::buttonRunsAndCloses()
{
    Shown s;
    int pressed = 0;
    s.bar->show({Message::Kind::Warning, u"Bo set SEV 1."_s, {}, {{u"Keep SEV 2"_s, [&] { ++pressed; }}}});
    auto *button = s.bar->findChild<QToolButton *>(u"messageButton"_s);
    QCOMPARE(button->text(), u"Keep SEV 2"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(pressed, 1);
    QCOMPARE(s.bar->count(), 0);
}

// On a small screen the words keep the width, and the buttons stand whole below them.
void TestMessageBar::narrowItKeepsItsWordsWide()
{
    Shown s;
    s.bar->show({Message::Kind::Warning,
                 u"Severity: set by several people at the same time. Jo at 10:10: SEV2. Dev at 10:10: SEV3."_s,
                 {},
                 {{u"Keep SEV3"_s, [] {}}, {u"Use SEV2"_s, [] {}}}});
    const auto *text = s.bar->findChild<QLabel *>(u"messageText"_s);
    const auto *button = s.bar->findChild<QToolButton *>(u"messageButton"_s);
    const auto placeOf = [&](const QWidget *part) { return QRect(part->mapTo(s.bar, QPoint()), part->size()); };
    for (const int width : {1000, 420, 1000}) {
        s.window.resize(width, 400);
        QTRY_COMPARE(placeOf(button).top() > placeOf(text).bottom(), width == 420);
        QVERIFY(text->width() > width / 2);
        QVERIFY(button->width() >= button->sizeHint().width());
    }
    s.bar->focusNewest();
    QVERIFY(button->hasFocus());
}

void TestMessageBar::onlyInformationGoesByItself()
{
    Shown s;
    const Instant start{1'000'000'000};
    s.bar->tick(start);
    s.bar->show({Message::Kind::Info, u"Everything is saved."_s});
    s.bar->show({Message::Kind::Warning, u"The clock jumped."_s});
    s.bar->tick(start + Span::seconds(29));
    QCOMPARE(s.bar->count(), 2);
    s.bar->tick(start + Span::seconds(30));
    QCOMPARE(texts(*s.bar), QStringList({u"The clock jumped."_s}));
    // What can be answered waits for the answer, but for what a key does as well.
    const auto offer = [](const QString &text, bool passes) {
        return Message{Message::Kind::Info, text, {}, {{u"Show"_s, [] {}}}, {}, false, passes};
    };
    s.bar->show(offer(u"Two lines are offered back."_s, false));
    s.bar->show(offer(u"E5 was taken back."_s, true));
    s.bar->tick(start + Span::seconds(59));
    QCOMPARE(s.bar->count(), 3);
    s.bar->tick(start + Span::seconds(90));
    QCOMPARE(texts(*s.bar).size(), 2);
    QVERIFY(!texts(*s.bar).contains(u"E5 was taken back."_s));
    s.bar->show(offer(u"Two lines are offered back."_s, true));
    s.bar->tick(start + Span::hours(1));
    s.bar->tick(start + Span::hours(2));
    s.bar->tick(start + Span::hours(3));
    QCOMPARE(s.bar->count(), 1);
}

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
