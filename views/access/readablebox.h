// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QCoreApplication>

class QComboBox;

namespace fireline::views {

/// A box of choices for who does not see it: what it asks, and what is chosen. Qt's own tells the choice alone, and cannot be
/// gone to. Made by Qt when somebody asks; GUI thread.
class ReadableBox : public QAccessibleWidget
{
    Q_DECLARE_TR_FUNCTIONS(fireline::views::ReadableBox)
public:
    explicit ReadableBox(QComboBox *box);

    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text text, const QString &value) override;
    QAccessible::State state() const override;
    /// The list of choices, and where words can be typed the field.
    int childCount() const override;
    QAccessibleInterface *child(int place) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    /// Unfolds the choices; folds them when they are.
    QStringList actionNames() const override;
    void doAction(const QString &name) override;

private:
    [[nodiscard]] QComboBox *box() const;
};

} // namespace fireline::views
