// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAccessibleWidget>

namespace fireline::views {

/// A box to tick, or a button that stays down, for who does not see it: its toggle is a click. Qt's own changes the tick and
/// leaves out the click that the program waits for. Made by Qt when somebody asks; GUI thread.
class ReadableCheck : public QAccessibleWidget
{
public:
    explicit ReadableCheck(QAbstractButton *button) : QAccessibleWidget(button, QAccessible::CheckBox) { }

    QString text(QAccessible::Text text) const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    QStringList actionNames() const override;
    void doAction(const QString &name) override;

private:
    [[nodiscard]] QAbstractButton *button() const;
};

} // namespace fireline::views
