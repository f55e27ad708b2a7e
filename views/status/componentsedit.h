// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "status/affected.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace fireline::views {

/// How much of each component works: one choice per component, and a line for what is none of them. GUI thread; owned by its
/// parent.
class ComponentsEdit : public QWidget
{
    Q_OBJECT
public:
    explicit ComponentsEdit(const QStringList &components, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void showText(const QString &text);
    /// Words that one press takes over.
    void offer(const std::optional<QString> &asKnown);

signals:
    void edited(const QString &text);

private:
    QStringList m_components;
    QList<QComboBox *> m_states;
    QLineEdit *m_others;
    QPushButton *m_asKnown;
    QString m_offered;
};

} // namespace fireline::views
