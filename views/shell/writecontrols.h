// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace fireline::views {

/// Takes the buttons and fields of panels out of sight while nothing may be written, and puts them back; where nothing can be
/// written at all they stay, cannot be used, and say why. What a control of a panel does is not known here: all count as
/// writing but those that are marked as reading. Lists, tabs, headers and scroll bars stay. This is the one place that knows:
/// panels do not ask. GUI thread; owned by the main window.
class WriteControls : public QObject
{
    Q_OBJECT
public:
    explicit WriteControls(QObject *parent);
    ~WriteControls() override;

    /// Everything in it, now and later; null is nothing.
    void addRoot(QWidget *root);
    void setAbsent(bool absent);
    /// From now on, whatever panels do with their controls; words that are typed already can still be copied.
    void lock(const QString &reason);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isOurs(const QWidget *control) const;
    [[nodiscard]] QList<QPointer<QWidget>> allControls() const;
    void listen();
    void take(QWidget *control);
    void bar(QWidget *control) const;

    QList<QPointer<QWidget>> m_roots;
    QList<QPointer<QWidget>> m_taken; ///< to be shown again
    QString m_lock;                   ///< the reason; empty: it can be written
    bool m_absent = false;
};

} // namespace fireline::views
