// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"

#include "actions/keyrules.h"
#include "actions/letteranswers.h"
#include "actions/popupkeys.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QMetaMethod>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

// Shorter than a glance from an entry to a button, longer than the pause between events that come in a crowd.
constexpr auto soon = std::chrono::milliseconds(50);
constexpr auto atLast = std::chrono::seconds(1);

Q_LOGGING_CATEGORY(uiLog, "fireline.ui")

/// Whether a key goes into a text field. It comes by the window first, and what nobody took goes up to the parents. Lists ask for
/// input methods too, and have keys without Ctrl.
bool isTypedIntoField(const QObject *watched)
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    const QWidget *focus = QApplication::activePopupWidget() ? nullptr : QApplication::focusWidget();
    if (focus && (!widget || widget->isAncestorOf(focus)))
        widget = focus;
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return !text->isReadOnly();
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        return !text->isReadOnly();
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

/// Whether this may call a command. What is typed into a field, and what edits or enters it, does not: keys without Ctrl
/// belong to lists, but for Escape and the function keys.
bool isAsking(const QObject *watched, const QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::ContextMenu: return true;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        const bool commands = key->key() == Qt::Key_Escape || (key->key() >= Qt::Key_F1 && key->key() <= Qt::Key_F35);
        return !plain || commands || !isTypedIntoField(watched);
    }
    default: return false;
    }
}

/// Whether there is a focus at which keys of both are asked for.
bool scopesMeet(const QWidget *a, const QWidget *b)
{
    return !a || !b || a == b || a->isAncestorOf(b) || b->isAncestorOf(a);
}

} // namespace

ActionRegistry::ActionRegistry(QWidget *window) : QObject(window), m_window(window)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, &ActionRegistry::askAll);
    m_later.setSingleShot(true);
    m_later.setInterval(atLast);
    connect(&m_later, &QTimer::timeout, this, qOverload<>(&ActionRegistry::refresh));
    new PopupKeys(*this, window);
    new LetterAnswers(*this, window);
}

QAction *ActionRegistry::add(const ActionSpec &spec, Handler handler, WhyNot reason)
{
    Q_ASSERT(!m_entries.contains(spec.id));
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcutContext(spec.scope ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
    action->setCheckable(spec.checkable);
    // Menus choose roles by words otherwise, and would move "Settings…" away on some platforms.
    action->setMenuRole(QAction::NoRole);
    (spec.scope ? spec.scope : m_window)->addAction(action);
    connect(action, &QAction::triggered, this, [this, spec, handler = std::move(handler)] {
        refresh(spec);
        if (whyNot(spec.id).isEmpty()) {
            emit triggered(spec.id);
            handler();
        }
    });
    m_specs.append(spec);
    m_entries.insert(spec.id, {action, std::move(reason), {}, spec.isReading()});
    action->setVisible(spec.isReading() || m_readOnly.isEmpty());
    if (m_userKeys.contains(spec.id))
        assignAllKeys();
    else
        assignKeys(spec);
    refresh(spec);
    emit added(spec.id);
    return action;
}

QAction *ActionRegistry::action(const QString &id) const
{
    return m_entries.value(id).action;
}

QString ActionRegistry::whyNot(const QString &id) const
{
    const auto found = m_entries.constFind(id);
    if (found == m_entries.cend())
        return {};
    if (isReadOnly() && !found->reading)
        return readOnlyReason();
    return found->whyNot ? found->whyNot() : QString();
}

void ActionRegistry::setReadOnly(const QString &reason)
{
    const bool changes = reason.isEmpty() != m_readOnly.isEmpty();
    m_readOnly = reason;
    for (const Entry &entry : std::as_const(m_entries))
        entry.action->setVisible(entry.reading || m_readOnly.isEmpty());
    refresh();
    if (changes)
        emit readOnlyChanged(isReadOnly());
}

void ActionRegistry::lock(const QString &reason)
{
    if (std::exchange(m_locked, reason) == reason)
        return;
    refresh();
    emit readOnlyChanged(isReadOnly());
}

void ActionRegistry::refresh()
{
    m_soon.stop();
    m_later.stop();
    qApp->removeEventFilter(this);
    // Who brings himself up to date for this, and asks for it by that, is answered already.
    if (std::exchange(m_refreshing, true))
        return;
    emit aboutToRefresh();
    askAll();
    m_refreshing = false;
}

void ActionRegistry::askAll()
{
    for (const ActionSpec &spec : std::as_const(m_specs))
        refresh(spec);
}

void ActionRegistry::refreshLater()
{
    if (m_refreshing)
        return;
    if (!m_soon.isActive())
        m_soon.start();
    if (m_later.isActive())
        return;
    m_later.start();
    qApp->installEventFilter(this);
}

bool ActionRegistry::eventFilter(QObject *watched, QEvent *event)
{
    if (isAsking(watched, event))
        refresh();
    return false;
}

void ActionRegistry::refresh(const ActionSpec &spec)
{
    const Entry &entry = m_entries[spec.id];
    QAction *action = entry.action;
    const QString reason = whyNot(spec.id);
    action->setEnabled(reason.isEmpty());
    const QString said = reason.isEmpty() ? spec.help : reason;
    action->setToolTip(entry.key.isEmpty() ? said : tr("%1 (%2)", "what a command does, its key").arg(said, entry.key));
    action->setStatusTip(said);
}

QString ActionRegistry::idForKey(const QKeySequence &key, const QWidget *focus) const
{
    for (const ActionSpec &spec : m_specs) {
        const bool reached = !spec.scope || (focus && (spec.scope == focus || spec.scope->isAncestorOf(focus)));
        if (reached && m_entries[spec.id].action->shortcuts().contains(key))
            return spec.id;
    }
    return {};
}

bool ActionRegistry::refuseKey(const QString &id)
{
    emit keyRefused(id);
    return isSignalConnected(QMetaMethod::fromSignal(&ActionRegistry::keyRefused));
}

void ActionRegistry::setUserKeys(const QMap<QString, QStringList> &keys)
{
    m_userKeys = keys;
    assignAllKeys();
}

void ActionRegistry::setLetterKeys(bool on)
{
    if (on == m_letterKeys)
        return;
    m_letterKeys = on;
    assignAllKeys();
}

/// What a person chose comes first: our own key gives way.
void ActionRegistry::assignAllKeys()
{
    m_problems.clear();
    for (const Entry &entry : std::as_const(m_entries))
        entry.action->setShortcuts(QList<QKeySequence>());
    for (const bool own : {true, false}) {
        for (const ActionSpec &spec : std::as_const(m_specs)) {
            if (m_userKeys.contains(spec.id) == own)
                assignKeys(spec);
        }
    }
    refresh();
    emit keysChanged();
}

void ActionRegistry::assignKeys(const ActionSpec &spec)
{
    QList<QKeySequence> given;
    for (const QKeySequence &key : wantedKeys(spec)) {
        if (!m_letterKeys && isLetterKey(key))
            continue;
        const QString reason = keyProblem(spec, key);
        if (reason.isEmpty()) {
            given.append(key);
            continue;
        }
        m_problems.append({spec.id, key, reason});
        qCWarning(uiLog) << "no key" << key.toString() << "for" << spec.id << ":" << reason;
    }
    Entry &entry = m_entries[spec.id];
    entry.action->setShortcuts(given);
    entry.key = given.isEmpty() ? QString() : given.first().toString(QKeySequence::NativeText);
}

QList<QKeySequence> ActionRegistry::wantedKeys(const ActionSpec &spec) const
{
    const auto own = m_userKeys.constFind(spec.id);
    if (own == m_userKeys.cend())
        return spec.keys;
    QList<QKeySequence> keys;
    for (const QString &text : *own)
        keys.append(QKeySequence(text, QKeySequence::PortableText));
    return keys;
}

QString ActionRegistry::keyProblem(const ActionSpec &spec, const QKeySequence &key) const
{
    if (key.isEmpty() || key[0].key() == Qt::Key_unknown)
        return tr("There is no such key.");
    if (QString reason = forbiddenKey(key); !reason.isEmpty())
        return reason;
    if (!spec.scope && isPlainKey(key) && key[0].key() != Qt::Key_Escape)
        return tr("A key without Ctrl types text: it works in a focused list only.");
    for (const ActionSpec &other : m_specs) {
        if (other.id == spec.id || !scopesMeet(spec.scope, other.scope))
            continue;
        for (const QKeySequence &taken : m_entries[other.id].action->shortcuts()) {
            if (keysOverlap(key, taken))
                return tr("“%1” has this key.").arg(other.text);
            if (keysAreOneOnAzerty(key, taken))
                return tr("“%1” has this digit: on a French keyboard both are one key.").arg(other.text);
        }
    }
    return {};
}

} // namespace fireline::views
