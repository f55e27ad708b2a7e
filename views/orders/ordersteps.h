// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QCoreApplication>
#include <QModelIndex>

namespace fireline::views {

/// What can be done with a row of the orders, by its kind and state: what its buttons, its menu and its keys offer. Of no row,
/// nothing. A value; the index must stand while it is used.
class OrderSteps
{
    Q_DECLARE_TR_FUNCTIONS(OrderSteps)
public:
    explicit OrderSteps(const QModelIndex &row) : m_row(row) { }

    /// The likeliest first.
    [[nodiscard]] QList<domain::Verb> all() const;
    /// What the keys for yes, done and no mean here.
    [[nodiscard]] domain::Verb yes() const;
    [[nodiscard]] domain::Verb done() const;
    [[nodiscard]] domain::Verb no() const;
    /// What can be said for somebody else, with its words, the likeliest first.
    [[nodiscard]] QList<QPair<domain::Verb, QString>> ofOthers() const;

    /// On a button: "Done…".
    [[nodiscard]] static QString text(domain::Verb verb);
    /// What has to be answered before it is done with "A12": "Why did A12 fail?"; empty where nothing has.
    [[nodiscard]] static QString question(domain::Verb verb, const QString &ref);

private:
    [[nodiscard]] int kind() const;
    [[nodiscard]] int state() const;

    QModelIndex m_row;
};

} // namespace fireline::views
