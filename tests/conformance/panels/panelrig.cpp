// SPDX-License-Identifier: GPL-3.0-or-later
#include "panelrig.h"

#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "entry/statecontext.h"
#include "paintedtexts.h"
#include "seen.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::conformance {

namespace {

constexpr int mostStops = 60;
constexpr int mostRows = 400;
constexpr int patience = 500; // ms

QString missing(const QString &text, const QString &seen, bool wanted)
{
    return wanted ? u"\"%1\" is not told. What is told:\n%2"_s.arg(text, seen)
                  : u"\"%1\" is told, and should not be:\n%2"_s.arg(text, seen);
}

QString asked(const QString &text, const QString &seen, bool wanted)
{
    return seen.contains(text) == wanted ? QString() : missing(text, seen, wanted);
}

/// What is told stands in sight; what is not told is nowhere, below the fold neither.
QString askedOf(QWidget *widget, const QString &text, bool wanted)
{
    // What is scrolled into sight comes there in the next turn of the event loop.
    if (wanted)
        (void)QTest::qWaitFor([&] { return seenIn(widget, Reach::InSight).contains(text); }, patience);
    const QString fault = asked(text, seenIn(widget, wanted ? Reach::InSight : Reach::All), wanted);
    const bool isBelow = wanted && !fault.isEmpty() && seenIn(widget, Reach::All).contains(text);
    return isBelow ? u"\"%1\" is out of sight: the keyboard goes there first. In sight:\n%2"_s.arg(text, fault) : fault;
}

QString textOf(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text().remove(u'&');
    return {};
}

Span spanOf(const QString &text)
{
    const qint64 number = text.chopped(1).toLongLong();
    switch (text.back().toLatin1()) {
    case 's': return Span::seconds(number);
    case 'm': return Span::minutes(number);
    case 'h': return Span::hours(number);
    case 'd': return Span::days(number);
    default: qFatal("no span: %s", qPrintable(text));
    }
}

} // namespace

PanelRig::PanelRig(views::Theme &theme, const QString &processId) : m_theme(theme), m_processId(processId) { }

PanelRig::~PanelRig() = default;

void PanelRig::declare(const QString &severity)
{
    m_live.reset();
    m_events.clear();
    m_panelId.clear();
    m_live = std::make_unique<test::LiveWindow>(
        m_theme, test::LiveWindow::Setup{.process = m_processId, .severity = severity, .later = Span()});
    m_live->incident().setTicks(false); // time moves by the row's own steps
    QObject::connect(&m_live->feed(), &models::IncidentFeed::applied, &m_live->incident(),
                     [this](const QList<Event> &events) { m_events.append(events); });
    settle();
}

/// What follows at the end of the event loop's turn has followed.
void PanelRig::settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void PanelRig::hands()
{
    m_events.clear();
}

QString PanelRig::happened(const QString &who, const QString &line)
{
    auto &incident = m_live->incident().incident();
    const ParsedEntry parsed = parseEntry(line, entryContext(incident.state(), incident.process(), incident.now()));
    if (!parsed.ok())
        return parsed.problems.first();
    Command command = parsed.command;
    if (command.by.isEmpty())
        command.by = who;
    const auto done = incident.execute(command);
    settle();
    return done ? QString() : done.problem().text;
}

QString PanelRig::attached(const QString &who, const QString &name)
{
    const auto rows = m_live->feed().state().entries.size();
    m_live->incident().desk().attach({Verb::Attach, {}, who, {}}, name, name.toUtf8());
    const bool kept = QTest::qWaitFor([&] { return m_live->feed().state().entries.size() > rows; }, 20000);
    settle();
    return kept ? QString() : u"it is not attached"_s;
}

QString PanelRig::advance(const QString &span)
{
    m_live->clock().advance(spanOf(span));
    m_live->incident().incident().tick();
    settle();
    return {};
}

QString PanelRig::advanceTo(const QString &rfc3339)
{
    const auto at = Instant::fromRfc3339(rfc3339);
    if (!at || *at < m_live->feed().now())
        return u"no time to come: "_s + rfc3339;
    m_live->clock().set(*at);
    m_live->incident().incident().tick();
    settle();
    return {};
}

QString PanelRig::open(const QString &panelId)
{
    const auto *panel = m_live->incident().window().docks().panel(panelId);
    if (!panel)
        return u"there is no panel "_s + panelId;
    m_panelId = panelId;
    return panel->key.isEmpty() ? command(u"panels.show."_s + panelId) : key(panel->key.toString(QKeySequence::PortableText));
}

QString PanelRig::command(const QString &text)
{
    const auto &actions = m_live->incident().window().actions();
    QString title = text;
    if (QAction *action = actions.action(text)) {
        if (const QString why = actions.whyNot(text); !why.isEmpty())
            return why;
        title = action->text().remove(u'&');
    }
    if (const QString fault = key(u"Ctrl+K"_s); !fault.isEmpty())
        return fault;
    (void)type(title);
    return key(u"Return"_s);
}

/// Without waiting for what follows: between two arrow keys nobody looks.
void PanelRig::strike(const QString &keys)
{
    const QKeySequence sequence(keys, QKeySequence::PortableText);
    for (int i = 0; i < sequence.count() && QApplication::focusWidget(); ++i)
        QTest::keyClick(QApplication::focusWidget(), sequence[uint(i)].key(), sequence[uint(i)].keyboardModifiers());
}

QString PanelRig::key(const QString &keys)
{
    hands();
    if (!QApplication::focusWidget())
        return u"nothing has the keyboard"_s;
    strike(keys);
    settle();
    return {};
}

QString PanelRig::type(const QString &text)
{
    test::typeText(text);
    settle();
    return {};
}

QString PanelRig::enter(const QString &line)
{
    if (const QString fault = key(u"Ctrl+L"_s); !fault.isEmpty())
        return fault;
    if (QApplication::focusWidget() != m_live->quickEntry())
        return u"the keyboard is not in quick entry"_s;
    (void)key(u"Ctrl+A"_s);
    (void)type(line);
    return key(u"Return"_s);
}

QString PanelRig::row(const QString &text)
{
    const auto *view = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    if (!view)
        return u"the keyboard is in no list"_s;
    (void)key(u"Home"_s);
    for (QPersistentModelIndex before; view->currentIndex() != before;) {
        before = view->currentIndex();
        strike(u"Up"_s);
    }
    QString all;
    for (int step = 0; step < mostRows; ++step) {
        const QPersistentModelIndex before = view->currentIndex();
        const QString seen = seenInRow(view);
        all += seen + u'\n';
        if (seen.contains(text)) {
            settle();
            const bool inSight = QTest::qWaitFor([&] { return rowIsInSight(view, view->currentIndex()); }, patience);
            return inSight ? QString() : u"the row has the keyboard, and is out of sight"_s;
        }
        strike(u"Down"_s);
        if (view->currentIndex() == before)
            break;
    }
    return missing(text, all, true);
}

QString PanelRig::focus(const QString &text)
{
    const QWidget *at = QApplication::focusWidget();
    const QStringList names{asRead(textOf(at)), asRead(at->accessibleName()), at->objectName()};
    return names.contains(text) ? QString() : names.join(u" / "_s);
}

QString PanelRig::tab(const QString &text)
{
    hands();
    QStringList stops;
    const QWidget *whole = panel();
    for (const bool forward : {true, false}) {
        for (int stop = 0; stop < mostStops; ++stop) {
            const QString other = focus(text);
            if (other.isEmpty()) {
                settle();
                return {};
            }
            stops.append(other);
            strike(forward ? u"Tab"_s : u"Shift+Tab"_s);
            // What belongs to the panel is reached within it, in the one direction or the other.
            if (!whole->isAncestorOf(QApplication::focusWidget())) {
                strike(forward ? u"Shift+Tab"_s : u"Tab"_s);
                break;
            }
        }
    }
    stops.removeDuplicates();
    return u"Tab does not lead to \"%1\", but to:\n%2"_s.arg(text, stops.join(u'\n'));
}

QString PanelRig::press(const QString &text)
{
    const QString fault = tab(text);
    if (!fault.isEmpty())
        return fault;
    if (const QWidget *at = QApplication::focusWidget(); !at->isEnabled())
        return u"\"%1\" cannot be pressed: %2"_s.arg(text, at->toolTip());
    return key(u"Space"_s);
}

QString PanelRig::choose(const QString &text)
{
    auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
    if (!box)
        return u"the keyboard is in no box"_s;
    (void)key(u"Home"_s);
    QStringList seen;
    for (int step = 0; step < box->count() && !box->currentText().contains(text); ++step) {
        seen.append(box->currentText());
        strike(u"Down"_s);
    }
    settle();
    return box->currentText().contains(text) ? QString() : missing(text, seen.join(u'\n'), true);
}

QWidget *PanelRig::panel()
{
    const auto *panel = m_live->incident().window().docks().panel(m_panelId);
    return panel ? panel->widget : m_live->window();
}

QString PanelRig::paints(const QString &objectName, const QString &text)
{
    auto *widget = m_live->window()->findChild<QWidget *>(objectName);
    if (!widget)
        return u"there is no widget "_s + objectName;
    QStringList pieces;
    const auto isPainted = [&] {
        pieces.clear();
        for (const test::PaintedText &piece : test::paintedTexts(widget))
            pieces.append(asRead(piece.text));
        return pieces.contains(text);
    };
    return QTest::qWaitFor(isPainted, patience) ? QString() : missing(text, pieces.join(u'\n'), true);
}

QString PanelRig::nothingIsNegative()
{
    static const QRegularExpression minus(u"(^|[^\\w-])[-−]\\s?\\d"_s);
    for (const test::PaintedText &piece : test::paintedTexts(m_live->window())) {
        if (piece.text.contains(minus))
            return u"a time is negative: "_s + piece.text;
    }
    return {};
}

QString PanelRig::shows(const QString &text, bool wanted)
{
    return askedOf(panel(), text, wanted);
}

QString PanelRig::read(const QString &text)
{
    auto *page = QApplication::focusWidget();
    if (!page || !panel()->isAncestorOf(page))
        return u"the keyboard is not in the panel"_s;
    (void)key(u"Home"_s);
    const auto *bar = qobject_cast<QAbstractScrollArea *>(page);
    QString all;
    for (int step = 0; step < mostRows; ++step) {
        const QString seen = seenIn(page, Reach::InSight);
        if (seen.contains(text))
            return {};
        all += seen + u'\n';
        // A text that has just come is laid out in the next turn of the event loop.
        const auto goesOn = [bar] { return bar && bar->verticalScrollBar()->value() < bar->verticalScrollBar()->maximum(); };
        if (!QTest::qWaitFor(goesOn, step == 0 ? patience : 0))
            break;
        // A line that was cut off at the end of a page is whole at the beginning of the next; a few lines are gone through
        // one by one.
        const bool isLow = bar->viewport()->height() < 6 * bar->fontMetrics().lineSpacing();
        for (const QString &by : isLow ? QStringList{u"Down"_s} : QStringList{u"PgDown"_s, u"Up"_s, u"Up"_s, u"Up"_s})
            strike(by);
        settle();
    }
    return missing(text, all, true);
}

QString PanelRig::rowShows(const QString &text, bool wanted)
{
    const auto *view = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    return view ? asked(text, seenInRow(view), wanted) : u"the keyboard is in no list"_s;
}

QString PanelRig::elsewhere(const QString &objectName, const QString &text, bool wanted)
{
    auto *widget = m_live->window()->findChild<QWidget *>(objectName);
    return widget ? askedOf(widget, text, wanted) : u"there is no widget "_s + objectName;
}

QString PanelRig::recorded(const QString &typeAndText)
{
    const QString type = typeAndText.section(u' ', 0, 0);
    const QString text = typeAndText.section(u' ', 1);
    QStringList all;
    for (const Event &event : std::as_const(m_events)) {
        const QString body = QString::fromUtf8(QJsonDocument(event.body()).toJson(QJsonDocument::Compact));
        if (event.type == type && body.contains(text))
            return {};
        all.append(event.type + u' ' + body);
    }
    return u"%1 is not recorded, but:\n%2"_s.arg(typeAndText, all.join(u'\n'));
}

QString PanelRig::recordedNothing() const
{
    return m_events.isEmpty() ? QString() : u"recorded: "_s + m_events.first().type;
}

QString PanelRig::everything()
{
    const QWidget *at = QApplication::focusWidget();
    QString text = u"== focus: %1 / %2 / %3\n"_s.arg(at ? textOf(at) : QString(), at ? at->accessibleName() : QString(),
                                                     at ? at->objectName() : QString());
    for (const char *name : {"strip", "messageBar", "entry", "statusLine"}) {
        if (auto *widget = m_live->window()->findChild<QWidget *>(QString::fromLatin1(name)))
            text += u"== %1\n%2\n"_s.arg(QString::fromLatin1(name), seenIn(widget, Reach::InSight));
    }
    text += u"== panel %1\n%2\n== controls\n"_s.arg(m_panelId, seenIn(panel(), Reach::InSight));
    for (const QWidget *child : panel()->findChildren<QWidget *>()) {
        if (child->isVisible() && child->focusPolicy() != Qt::NoFocus)
            text += u"%1 / %2 / %3%4\n"_s.arg(textOf(child), child->accessibleName(), child->objectName(),
                                              child->isEnabled() ? QString() : u" (off: %1)"_s.arg(child->toolTip()));
    }
    text += u"== keys\n"_s;
    const auto &actions = m_live->incident().window().actions();
    for (const views::ActionSpec &spec : actions.specs()) {
        if (spec.scope && panel()->isAncestorOf(spec.scope))
            text += u"%1 %2: %3 %4\n"_s.arg(QKeySequence::listToString(spec.keys), spec.id, spec.text, actions.whyNot(spec.id));
    }
    text += u"== events\n"_s;
    for (const Event &event : std::as_const(m_events))
        text += event.type + u' ' + QString::fromUtf8(QJsonDocument(event.body()).toJson(QJsonDocument::Compact)) + u'\n';
    return text;
}

} // namespace fireline::conformance
