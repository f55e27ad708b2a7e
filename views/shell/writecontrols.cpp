// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/writecontrols.h"

#include "actions/readscontrol.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr auto keepsWords = "lockedWithWords";

/// A button or a field by itself: not a part of one, and not of a list.
bool isControl(const QWidget &widget)
{
    const bool isText = qobject_cast<const QPlainTextEdit *>(&widget) || qobject_cast<const QTextEdit *>(&widget);
    if (isText || qobject_cast<const QLineEdit *>(&widget)) {
        if (widget.property("readOnly").toBool() && !widget.property(keepsWords).toBool())
            return false;
        if (isText)
            return true;
    }
    const QWidget *parent = widget.parentWidget();
    if (qobject_cast<const QTabBar *>(parent) || qobject_cast<const QLineEdit *>(parent)
        || qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
        || widget.inherits("QTableCornerButton"))
        return false;
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget)
           || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget);
}

bool writes(const QWidget &widget)
{
    return isControl(widget) && !isMarkedReading(widget);
}

/// What was typed must not become grey and out of reach.
bool holdsWords(const QWidget &widget)
{
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
        return !text->document()->isEmpty();
    if (const auto *text = qobject_cast<const QTextEdit *>(&widget))
        return !text->document()->isEmpty();
    const auto *line = qobject_cast<const QLineEdit *>(&widget);
    return line && !line->text().isEmpty();
}

} // namespace

WriteControls::WriteControls(QObject *parent) : QObject(parent) { }

WriteControls::~WriteControls() = default;

void WriteControls::addRoot(QWidget *root)
{
    if (root)
        m_roots.append(root);
}

bool WriteControls::isOurs(const QWidget *control) const
{
    return std::any_of(m_roots.cbegin(), m_roots.cend(), [=](const auto &root) { return root && root->isAncestorOf(control); });
}

/// A panel may let others go when something is done to one of its controls.
QList<QPointer<QWidget>> WriteControls::allControls() const
{
    QList<QPointer<QWidget>> controls;
    for (const QPointer<QWidget> &root : m_roots) {
        for (QWidget *control : root ? root->findChildren<QWidget *>() : QList<QWidget *>())
            controls.append(control);
    }
    return controls;
}

void WriteControls::listen()
{
    qApp->removeEventFilter(this);
    if (m_absent || !m_lock.isEmpty())
        qApp->installEventFilter(this);
}

void WriteControls::setAbsent(bool absent)
{
    if (absent == m_absent)
        return;
    m_absent = absent;
    listen();
    if (!absent) {
        for (const QPointer<QWidget> &control : std::exchange(m_taken, {})) {
            if (control)
                control->show();
        }
        return;
    }
    for (const QPointer<QWidget> &control : allControls()) {
        if (control && !control->isHidden() && writes(*control))
            take(control);
    }
}

void WriteControls::lock(const QString &reason)
{
    m_lock = reason;
    listen();
    for (const QPointer<QWidget> &control : allControls()) {
        if (control && writes(*control))
            bar(control);
    }
}

/// A panel that shows a control meanwhile gets it back later; one that hides it again is not heard, because it is hidden. One
/// that turns it on again does so in vain.
bool WriteControls::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool shows = type == QEvent::ShowToParent;
    const bool changes = shows || type == QEvent::Polish || type == QEvent::EnabledChange || type == QEvent::ToolTipChange
                         || type == QEvent::ReadOnlyChange;
    if (!changes || !watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    auto *widget = static_cast<QWidget *>(watched);
    if (!writes(*widget) || !isOurs(widget))
        return QObject::eventFilter(watched, event);
    if (m_absent && shows)
        take(widget);
    if (!m_lock.isEmpty())
        bar(widget);
    return QObject::eventFilter(watched, event);
}

void WriteControls::take(QWidget *control)
{
    if (!m_taken.contains(control))
        m_taken.append(control);
    control->hide();
}

/// Each step is one that is not done again: what it changes is heard here too.
void WriteControls::bar(QWidget *control) const
{
    if (control->toolTip() != m_lock)
        control->setToolTip(m_lock);
    if (control->accessibleDescription() != m_lock)
        control->setAccessibleDescription(m_lock);
    if (!control->testAttribute(Qt::WA_ForceDisabled) && holdsWords(*control)) {
        control->setProperty(keepsWords, true);
        if (!control->property("readOnly").toBool())
            control->setProperty("readOnly", true);
        return;
    }
    if (!control->testAttribute(Qt::WA_ForceDisabled) && !control->property(keepsWords).toBool())
        control->setEnabled(false);
}

} // namespace fireline::views
