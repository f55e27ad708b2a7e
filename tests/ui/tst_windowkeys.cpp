// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "livewindow.h"
#include "shell/mainwindow.h"
#include "windowchecks.h"

#include <QAction>
#include <QApplication>
#include <QHash>
#include <QPointer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

namespace {

QStringList ambiguous; // what Qt says where two actions have one key

void listen(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (message.contains("Ambiguous"_L1))
        ambiguous.append(message);
    fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

/// Takes the place of every action's handler: what a key reaches is noted, and nothing is done.
class ActionCatcher : public QObject
{
    Q_OBJECT
public:
    explicit ActionCatcher(views::ActionRegistry &registry)
    {
        for (const views::ActionSpec &spec : registry.specs()) {
            QAction *action = registry.action(spec.id);
            action->setEnabled(true);
            action->installEventFilter(this);
            m_ids.insert(action, spec.id);
        }
    }

    [[nodiscard]] QString caught() { return std::exchange(m_caught, QString()); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Shortcut)
            return false;
        m_caught = m_ids.value(watched);
        return true;
    }

private:
    QHash<QObject *, QString> m_ids;
    QString m_caught;
};

} // namespace

/// Every key of the map does what it says, wherever the focus is, and none is taken from the platform (ux 2.6; 5.2, items 1, 2).
class TestWindowKeys : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qInstallMessageHandler(listen); }
    void everyActionIsComplete();
    void noKeyIsForbiddenOrTaken();
    void everyKeyArrives();
    void textUndoBelongsToTheField();
    void theMapIsThere();

private:
    views::Theme m_theme;
};

void TestWindowKeys::everyActionIsComplete()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    QStringList faults;
    QSet<QString> texts;
    for (const views::ActionSpec &spec : live.incident().window().actions().specs()) {
        const QAction *action = live.incident().window().actions().action(spec.id);
        if (spec.text.isEmpty() || spec.help.isEmpty() || action->toolTip().isEmpty() || action->statusTip().isEmpty())
            faults.append(spec.id + u" lacks a text, help, tooltip or status tip"_s);
        if (texts.contains(spec.text))
            faults.append(spec.id + u" has the text of another: "_s + spec.text);
        texts.insert(spec.text);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY(texts.size() >= 30);
}

void TestWindowKeys::noKeyIsForbiddenOrTaken()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    const QStringList never{u"Ctrl+E"_s,  u"Ctrl+U"_s,  u"Ctrl+A"_s,  u"Ctrl+Space"_s, u"Ctrl+Shift+U"_s, u"Ctrl+Shift+E"_s,
                            u"Ctrl+."_s,  u"Ctrl+;"_s,  u"Ctrl+/"_s,  u"Ctrl+`"_s,     u"Alt+F1"_s,       u"Alt+F2"_s,
                            u"Ctrl+F1"_s, u"Ctrl+F2"_s, u"Ctrl+F3"_s, u"Ctrl+F4"_s};
    QHash<QString, QString> taken;
    for (const views::ActionSpec &spec : live.incident().window().actions().specs()) {
        for (const QKeySequence &keys : spec.keys) {
            const QString text = keys.toString(QKeySequence::PortableText);
            QVERIFY2(!never.contains(text) && !text.contains("Ctrl+Alt"_L1), qPrintable(spec.id + u' ' + text));
            static const QRegularExpression altLetter(u"^Alt\\+[A-Z]$"_s);
            QVERIFY2(!altLetter.match(text).hasMatch(), qPrintable(spec.id + u' ' + text));
            if (spec.scope)
                continue;
            QVERIFY2(!taken.contains(text), qPrintable(u"%1 is taken by %2 and %3"_s.arg(text, taken.value(text), spec.id)));
            taken.insert(text, spec.id);
        }
    }
}

void TestWindowKeys::everyKeyArrives()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    views::ActionRegistry &registry = live.incident().window().actions();
    live.quickEntry()->setFocus();
    QStringList faults;
    QList<QPointer<QWidget>> places{live.quickEntry()};
    for (const TabStop &stop : tabWalk(live.window(), false, 60, &faults))
        places.append(stop.widget);
    ActionCatcher catcher(registry);
    QSet<QByteArray> kinds;
    int pressed = 0;
    for (const QPointer<QWidget> &place : places) {
        // One of each kind of widget is enough.
        if (!place || kinds.contains(place->metaObject()->className()))
            continue;
        kinds.insert(place->metaObject()->className());
        for (const views::ActionSpec &spec : registry.specs()) {
            for (const QKeySequence &keys : spec.keys) {
                if (spec.scope && spec.scope != place && !spec.scope->isAncestorOf(place))
                    continue;
                // A line of text keeps its own undo; quick entry gives it up when it is empty.
                const bool isUndo = keys == QKeySequence(u"Ctrl+Z"_s) || keys == QKeySequence(u"Ctrl+Shift+Z"_s);
                if (isUndo && place->inherits("QLineEdit"))
                    continue;
                place->setFocus();
                QTest::keySequence(place, keys);
                ++pressed;
                if (const QString caught = catcher.caught(); caught != spec.id)
                    faults.append(u"%1 (%2) reaches \"%3\" from %4"_s.arg(keys.toString(), spec.id, caught, placeOf(place)));
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY2(ambiguous.isEmpty(), qPrintable(ambiguous.join(u'\n')));
    QVERIFY(pressed > 100);
}

void TestWindowKeys::textUndoBelongsToTheField()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    live.quickEntry()->setFocus();
    ActionCatcher catcher(live.incident().window().actions());
    typeText(u"abc"_s);
    QTest::keySequence(live.quickEntry(), QKeySequence(u"Ctrl+Z"_s));
    QCOMPARE(catcher.caught(), QString());
}

void TestWindowKeys::theMapIsThere()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    QSet<QString> keys;
    for (const views::ActionSpec &spec : live.incident().window().actions().specs()) {
        for (const QKeySequence &one : spec.keys)
            keys.insert(one.toString(QKeySequence::PortableText));
    }
    // What this window has of ux 2.6; panels that come later bring theirs.
    QStringList missing;
    for (const char *key :
         {"Ctrl+K",       "Ctrl+Shift+P", "Ctrl+L", "F6",     "Shift+F6", "Ctrl+1",   "Ctrl+2",       "Ctrl+J", "Ctrl+Shift+J",
          "Ctrl+Shift+L", "Ctrl+T",       "Ctrl+G", "Ctrl+F", "F3",       "Shift+F3", "Ctrl+Shift+F", "Ctrl+Z", "Ctrl+Shift+Z",
          "Ctrl+N",       "Ctrl+O",       "Ctrl+W", "Ctrl+Q", "Ctrl+S",   "F1",       "Ctrl+=",       "Ctrl+-", "Ctrl+0"}) {
        if (!keys.contains(QString::fromLatin1(key)))
            missing.append(QString::fromLatin1(key));
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
}

QTEST_MAIN(TestWindowKeys)
#include "tst_windowkeys.moc"
