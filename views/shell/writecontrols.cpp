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

namespace fireline::views {

namespace {

/// A button or a field by itself: not a part of one, and not of a list.
bool isControl(const QWidget &widget)
{
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
        return !text->isReadOnly();
    if (const auto *text = qobject_cast<const QTextEdit *>(&widget))
        return !text->isReadOnly();
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget); line && line->isReadOnly())
        return false;
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

} // namespace

WriteControls::WriteControls(QObject *parent) : QObject(parent) { }

WriteControls::~WriteControls() = default;

void WriteControls::addRoot(QWidget *root)
{
    if (root)
        m_roots.append(root);
}

void WriteControls::setAbsent(bool absent)
{
    if (absent == m_absent)
        return;
    m_absent = absent;
    if (!absent) {
        qApp->removeEventFilter(this);
        for (const QPointer<QWidget> &control : std::exchange(m_taken, {})) {
            if (control)
                control->show();
        }
        return;
    }
    qApp->installEventFilter(this);
    for (const QPointer<QWidget> &root : std::as_const(m_roots)) {
        // A panel may let others go when one of its controls does.
        QList<QPointer<QWidget>> controls;
        for (QWidget *control : root ? root->findChildren<QWidget *>() : QList<QWidget *>())
            controls.append(control);
        for (const QPointer<QWidget> &control : std::as_const(controls)) {
            if (control && !control->isHidden() && writes(*control))
                take(control);
        }
    }
}

/// A panel that shows a control meanwhile gets it back later; one that hides it again is not heard, because it is hidden.
bool WriteControls::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent && watched->isWidgetType()) {
        auto *widget = static_cast<QWidget *>(watched);
        if (writes(*widget) && std::any_of(m_roots.cbegin(), m_roots.cend(), [=](const auto &root) {
                return root && root->isAncestorOf(widget);
            }))
            take(widget);
    }
    return QObject::eventFilter(watched, event);
}

void WriteControls::take(QWidget *control)
{
    if (!m_taken.contains(control))
        m_taken.append(control);
    control->hide();
}

} // namespace fireline::views
