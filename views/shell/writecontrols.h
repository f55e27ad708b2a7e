// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace fireline::views {

/// Takes the buttons and fields of panels out of sight while nothing may be written, and puts them back. What a control of a
/// panel does is not known here: all count as writing but those that are marked as reading. Lists, tabs, headers and scroll
/// bars stay. GUI thread; owned by the main window.
class WriteControls : public QObject
{
    Q_OBJECT
public:
    explicit WriteControls(QObject *parent);
    ~WriteControls() override;

    /// Everything in it, now and later; null is nothing.
    void addRoot(QWidget *root);
    void setAbsent(bool absent);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(QWidget *control);

    QList<QPointer<QWidget>> m_roots;
    QList<QPointer<QWidget>> m_taken; ///< to be shown again
    bool m_absent = false;
};

} // namespace fireline::views
